# Cuts one column by its outcome with scikit-learn's tree: python3 sklearn-binning.py LEAVES SMALLEST FOLDER, where FOLDER holds values.bin (doubles) and events.bin (bytes).
# Prints one line of JSON: seconds of the first fit and of those after it, the cuts in ascending order, peak memory in KiB until the end of the first fit.
import json
import re
import sys
import time
from pathlib import Path

import numpy
from sklearn.tree import DecisionTreeClassifier

leaves, smallest, folder = int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
values = numpy.fromfile(folder / "values.bin").reshape(-1, 1)
events = numpy.fromfile(folder / "events.bin", dtype=numpy.uint8)


def fit():
    start = time.perf_counter()
    tree = DecisionTreeClassifier(max_leaf_nodes=leaves, min_samples_leaf=smallest, random_state=1).fit(values, events).tree_
    return time.perf_counter() - start, sorted(t for t, left in zip(tree.threshold.tolist(), tree.children_left) if left >= 0)


seconds, cuts = fit()
peak = int(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text()).group(1))
warm = sorted(fit()[0] for _ in range(3))
print(json.dumps({"seconds": seconds, "warmSeconds": warm[1], "cuts": cuts, "peakKiB": peak}))
