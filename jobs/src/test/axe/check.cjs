// check.cjs FOLDER FILE.html…: prints what axe-core finds in each page, in a tree without layout.
const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { basename, join } = require("node:path");

const [folder, ...files] = process.argv.slice(2);
const installed = createRequire(join(folder, "package.json"));
const { JSDOM, VirtualConsole } = installed("jsdom");
const axe = installed("axe-core");

(async () => {
  for (const file of files) {
    const options = {
      runScripts: "outside-only",
      pretendToBeVisual: true,
      virtualConsole: new VirtualConsole(),
    };
    // Styles say little without a layout and cost most of the time.
    const html = readFileSync(file, "utf8").replace(/<style>[^]*?<\/style>/, "");
    const page = new JSDOM(html, options);
    page.window.eval(axe.source);
    // Contrast needs a layout; it is checked in a browser, where there is one.
    const result = await page.window.axe.run(page.window.document, {
      rules: { "color-contrast": { enabled: false } },
      resultTypes: ["violations"],
    });
    for (const found of result.violations) {
      console.log(`${basename(file)}: ${found.id}, ${found.nodes.length} times: ${found.help}`);
    }
    console.log(`${basename(file)}: ${result.passes.length} rules passed`);
    page.window.close();
  }
})();
