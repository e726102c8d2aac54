package io.sollecito.digest;

import io.sollecito.ledger.figures.Ageing;
import io.sollecito.model.AgeBucket;
import java.awt.Color;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.CategoryStyler;

/** The ageing of one currency as a picture: one bar a bucket, its amount above it. Drawn for double density. */
final class AgeingChart {

    private static final List<String> BUCKETS =
            Arrays.stream(AgeBucket.values()).map(Words::bucket).toList();
    private static final List<Color> COLOURS = List.of(
            new Color(0x2F6F73), new Color(0xE0B252), new Color(0xD98A3D), new Color(0xC4602F), new Color(0x9C2F2A));
    private static final Color INK = new Color(0x1F2933);
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 460;

    private AgeingChart() {}

    /** A PNG; {@code ageing} null draws empty bars. */
    static byte[] png(Ageing ageing) {
        CategoryChart chart =
                new CategoryChartBuilder().width(WIDTH).height(HEIGHT).build();
        List<BigDecimal> amounts = amounts(ageing);
        style(chart, amounts);
        for (int bucket = 0; bucket < BUCKETS.size(); bucket++) {
            Number[] values = new Number[BUCKETS.size()];
            values[bucket] = amounts.get(bucket);
            chart.addSeries(BUCKETS.get(bucket), BUCKETS, Arrays.asList(values)).setFillColor(COLOURS.get(bucket));
        }
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            BitmapEncoder.saveBitmap(chart, out, BitmapFormat.PNG);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<BigDecimal> amounts(Ageing ageing) {
        return Arrays.stream(AgeBucket.values())
                .map(bucket ->
                        ageing == null ? BigDecimal.ZERO : ageing.of(bucket).amount())
                .toList();
    }

    /** Leaves room above the highest bar for its amount; a position on the picture, not an amount. */
    private static double top(List<BigDecimal> amounts) {
        double highest =
                amounts.stream().reduce(BigDecimal.ONE, BigDecimal::max).doubleValue();
        return highest * 1.18;
    }

    private static void style(CategoryChart chart, List<BigDecimal> amounts) {
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 29);
        CategoryStyler styler = chart.getStyler();
        styler.setOverlapped(true);
        styler.setAvailableSpaceFill(0.62);
        styler.setLabelsVisible(true);
        styler.setLabelsPosition(1.12);
        styler.setLabelsFont(font);
        styler.setLabelsFontColor(INK);
        styler.setYAxisDecimalPattern("#,##0");
        styler.setYAxisTicksVisible(false);
        styler.setPlotGridLinesVisible(false);
        styler.setPlotBorderVisible(false);
        styler.setAxisTickLabelsFont(font);
        styler.setAxisTickLabelsColor(INK);
        styler.setAxisTicksMarksVisible(false);
        styler.setPlotContentSize(1);
        styler.setYAxisMin(0.0);
        styler.setYAxisMax(top(amounts));
        styler.setChartPadding(8);
        styler.setLegendVisible(false);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
    }
}
