import re
from xml.etree import ElementTree

from eval.plots import Dot, curve, dots, histogram
from eval.statistics import Estimate


def test_a_dot_lies_at_its_mean_and_its_whisker_at_the_interval() -> None:
    plot = dots([Dot("A & B", Estimate(0.5, 0.25, 1.0, 8))], "mean")
    ElementTree.fromstring(plot)
    axis = {
        m[2]: float(m[1]) for m in re.finditer(r'<text x="([\d.]+)" y="[\d.]+" text-anchor="middle">([\d.]+)<', plot)
    }
    dot = float(re.search(r'cx="([\d.]+)"', plot)[1])
    whisker = re.search(r'<line x1="([\d.]+)" y1="[\d.]+" x2="([\d.]+)" y2="[\d.]+" class="whisker', plot)
    assert dot == (axis["0.40"] + axis["0.60"]) / 2
    assert float(whisker[2]) == axis["1.00"]
    assert float(whisker[1]) == axis["0.00"] + (axis["1.00"] - axis["0.00"]) / 4
    assert "A &amp; B" in plot
    assert "n 8" in plot


def test_a_histogram_counts_every_value() -> None:
    plot = histogram([10.0] * 3 + [95.0], "milliseconds", {"p50": 10.0, "p95": 95.0})
    ElementTree.fromstring(plot)
    tall = sorted({float(h) for h in re.findall(r'height="([\d.]+)" class="bar"', plot)})
    assert len(tall) == 3  # none, one, three
    assert tall[2] == 3 * tall[1]
    assert "p95 95" in plot


def test_a_curve_goes_through_its_points() -> None:
    plot = curve([(0.0, 1.0), (1.0, 0.0)], "share answered", "share of errors")
    ElementTree.fromstring(plot)
    (x1, y1), (x2, y2) = [pair.split(",") for pair in re.search(r'points="([^"]+)"', plot)[1].split()]
    assert float(x1) < float(x2)
    assert float(y1) < float(y2)  # downwards
    assert "share of errors" in plot
