import re
from xml.etree import ElementTree

import pytest

from eval.report.plots import Dot, curve, dots, histogram
from retrieval.statistics import Estimate


def test_a_dot_lies_at_its_mean_and_its_whisker_at_the_interval() -> None:
    plot = dots([Dot("A &amp; B", Estimate(0.5, 0.25, 1.0, 8))])
    ElementTree.fromstring(plot)
    assert 'class="dot" style="left:50.00%"' in plot
    assert 'class="whisker" style="left:25.00%;width:75.00%"' in plot
    assert re.findall(r'<i style="left:([\d.]+)%">([\d.]+)</i>', plot)[3] == ("60.00", "0.6")
    assert "0.500 <small>n 8</small>" in plot


def test_a_difference_has_its_sign_and_a_line_at_zero() -> None:
    plot = dots([Dot("A", Estimate(-0.05, -0.1, 0.0, 8), 1)], -0.1, 0.1)
    assert 'class="zero" style="left:50.00%"' in plot
    assert 'class="dot" style="left:25.00%"' in plot
    assert "-0.050" in plot


def test_a_histogram_counts_every_value() -> None:
    plot = histogram([10.0] * 3 + [95.0], {"p50": 10.0, "p95": 95.0})
    ElementTree.fromstring(plot)
    tall = sorted({float(h) for h in re.findall(r'height="([\d.]+)" class="bar"', plot)})
    assert len(tall) == 3  # none, one, three
    assert tall[2] == 3 * tall[1]
    assert "p95 95" in plot


def test_a_curve_goes_through_its_points_and_is_marked() -> None:
    plot = curve([(0.0, 1.0), (1.0, 0.0)], 0.5)
    ElementTree.fromstring(plot)
    (x1, y1), (x2, y2) = [
        tuple(map(float, pair.split(","))) for pair in re.search(r'points="([^"]+)"', plot)[1].split()
    ]
    assert x1 < x2
    assert y1 < y2  # downwards
    mark = re.search(r'<line x1="([\d.]+)"[^>]+class="mark"', plot)
    assert float(mark[1]) == pytest.approx((x1 + x2) / 2)
