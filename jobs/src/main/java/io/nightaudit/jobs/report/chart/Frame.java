package io.nightaudit.jobs.report.chart;

/** The size of a chart and the room around its plot, in units of about one pixel. */
enum Frame {
  WIDE("chart only-w", 900, 250, 46, 130, 30, 26),
  NARROW("chart only-n", 350, 230, 40, 12, 46, 26),
  PANEL("chart", 400, 150, 46, 74, 26, 24);

  final String style;
  final int width;
  final int height;
  final int left;
  final int right;
  final int top;
  final int bottom;

  Frame(String style, int width, int height, int left, int right, int top, int bottom) {
    this.style = style;
    this.width = width;
    this.height = height;
    this.left = left;
    this.right = right;
    this.top = top;
    this.bottom = bottom;
  }

  /** Horizontal position of a share of the plot's width. */
  double x(double share) {
    return left + share * (width - left - right);
  }

  /** Vertical position of a share of the plot's height, from below. */
  double y(double share) {
    return height - bottom - share * (height - top - bottom);
  }
}
