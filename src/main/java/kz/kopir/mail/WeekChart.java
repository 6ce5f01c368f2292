package kz.kopir.mail;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import kz.kopir.digest.WeekFigures;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * Draws how many results were in time, week by week. The chart has a light background of
 * its own, so that it can be read in dark mode, too.
 */
final class WeekChart {

	/**
	 * As wide as a mail on a telephone at twice its dots, so that its words can be read
	 * there.
	 */
	private static final int WIDTH = 656;

	private static final int WEEK_HEIGHT = 44;

	private static final int REST_HEIGHT = 120;

	private static final int MOST_LINES = 6;

	/**
	 * In time, late, overdue: of different brightness, for those who see no red and
	 * green.
	 */
	private static final List<Color> COLORS = List.of(new Color(0x1b7f79), new Color(0xe0a100), new Color(0xb3261e));

	private static final Rectangle LEGEND_MARK = new Rectangle(-9, -9, 18, 18);

	private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 24);

	private static final Color INK = new Color(0x1c2733);

	private static final Color LINES = new Color(0xd7dde3);

	private WeekChart() {
	}

	/** Whether the font of the chart has some letters. */
	static boolean canWrite(String letters) {
		return FONT.canDisplayUpTo(letters) < 0;
	}

	/** The chart as PNG. */
	static byte[] draw(List<WeekFigures> weeks, MailTexts texts) {
		String inTime = texts.text("inTime");
		String late = texts.text("late");
		String overdue = texts.text("overdue");
		DefaultCategoryDataset numbers = new DefaultCategoryDataset();
		for (WeekFigures week : weeks) {
			String day = texts.shortDay(week.week());
			numbers.addValue(week.inTime(), inTime, day);
			numbers.addValue(week.late(), late, day);
			numbers.addValue(week.overdue(), overdue, day);
		}
		int most = weeks.stream().mapToInt(WeekFigures::due).max().orElse(0);
		return png(chart(numbers, most), REST_HEIGHT + weeks.size() * WEEK_HEIGHT);
	}

	/** The weeks lie below each other, so that their names can be read on a telephone. */
	private static JFreeChart chart(DefaultCategoryDataset numbers, int most) {
		CategoryAxis weeks = new CategoryAxis();
		weeks.setTickLabelFont(FONT);
		weeks.setTickLabelPaint(INK);
		weeks.setAxisLinePaint(INK);
		NumberAxis count = new NumberAxis();
		count.setTickUnit(new NumberTickUnit(step(most)));
		count.setTickLabelFont(FONT);
		count.setTickLabelPaint(INK);
		StackedBarRenderer bars = new StackedBarRenderer();
		bars.setBarPainter(new StandardBarPainter());
		bars.setShadowVisible(false);
		bars.setDrawBarOutline(true);
		for (int i = 0; i < COLORS.size(); i++) {
			bars.setSeriesPaint(i, COLORS.get(i));
			bars.setSeriesOutlinePaint(i, Color.WHITE);
			bars.setSeriesOutlineStroke(i, new BasicStroke(2));
			bars.setLegendShape(i, LEGEND_MARK);
		}
		CategoryPlot plot = new CategoryPlot(numbers, weeks, count, bars);
		plot.setOrientation(PlotOrientation.HORIZONTAL);
		plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
		plot.setBackgroundPaint(Color.WHITE);
		plot.setRangeGridlinePaint(LINES);
		plot.setRangeGridlineStroke(new BasicStroke(1));
		plot.setOutlineVisible(false);
		JFreeChart chart = new JFreeChart(null, FONT, plot, true);
		chart.setBackgroundPaint(Color.WHITE);
		chart.setPadding(new RectangleInsets(8, 4, 8, 24));
		chart.getLegend().setItemFont(FONT);
		chart.getLegend().setItemPaint(INK);
		chart.getLegend().setItemLabelPadding(new RectangleInsets(2, 8, 2, 24));
		chart.getLegend().setPosition(RectangleEdge.TOP);
		chart.getLegend().setFrame(BlockBorder.NONE);
		return chart;
	}

	/** A round number of works between two lines, so that there are at most six. */
	static int step(int most) {
		int step = 1;
		for (int next = 0; step * MOST_LINES < most; next++) {
			step = (next % 3 == 1) ? step / 2 * 5 : step * 2;
		}
		return step;
	}

	private static byte[] png(JFreeChart chart, int height) {
		BufferedImage image = chart.createBufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB, null);
		ByteArrayOutputStream png = new ByteArrayOutputStream();
		try {
			ChartUtils.writeBufferedImageAsPNG(png, image);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return png.toByteArray();
	}

}
