# Groups points with scikit-learn (Debian: python3-sklearn) and prints one line of JSON, as our side does.
import json
import sys
import time
import warnings

import numpy as np
from sklearn.cluster import KMeans

FEW, MANY, WARM_RUNS, CLUSTERS, DIMENSIONS = 5, 25, 3, 4, 4


def timed(model, points):
    start = time.perf_counter()
    model.fit(points)
    return time.perf_counter() - start


def iteration(points):
    # tol=0 goes on until no point changes its cluster, as our side does.
    few, many = (KMeans(CLUSTERS, init=points[:CLUSTERS], n_init=1, max_iter=n, tol=0) for n in (FEW, MANY))
    first, second = timed(few, points), timed(many, points)
    return (second - first) / (many.n_iter_ - few.n_iter_), many.inertia_


def peak_kib():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))


warnings.simplefilter("ignore")
starts, folder = int(sys.argv[1]), sys.argv[2]
points = np.fromfile(folder + "/points.f64").reshape(-1, DIMENSIONS)
model = KMeans(CLUSTERS, n_init=starts, random_state=1)
first = timed(model, points)
warm = sorted(timed(KMeans(CLUSTERS, n_init=starts, random_state=1), points) for _ in range(WARM_RUNS))
iterations = sorted(iteration(points) for _ in range(WARM_RUNS))
print(json.dumps({
    "seconds": first, "warmSeconds": warm[WARM_RUNS // 2], "iterationSeconds": iterations[WARM_RUNS // 2][0], "iterations": int(model.n_iter_),
    "within": float(model.inertia_), "givenWithin": float(iterations[0][1]), "peakKiB": peak_kib(),
}))
