"""The mean of each resample with NumPy alone: python numpy-bootstrap.py FOLDER RESAMPLES THREADS, where FOLDER holds values.bin (doubles, little-endian).

Prints one line of JSON: seconds of the first bootstrap and of those after it, mean and standard deviation of the means, peak memory in KiB. 32-bit indexes and SFC64, NumPy's fastest generator;
with more than one thread, a generator each (NumPy draws without the interpreter's lock).
"""
import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import numpy

folder, resamples, threads = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
values = numpy.fromfile(f'{folder}/values.bin', dtype='<f8')


def some(seed, count):
    generator = numpy.random.Generator(numpy.random.SFC64(seed))
    means = numpy.empty(count)
    for r in range(count):
        means[r] = values[generator.integers(0, len(values), len(values), dtype=numpy.int32)].mean()
    return means


def bootstrap():
    start = time.perf_counter()
    if threads == 1:
        means = some(0, resamples)
    else:
        with ThreadPoolExecutor(threads) as pool:
            means = numpy.concatenate(list(pool.map(lambda seed: some(seed, resamples // threads), range(threads))))
    return time.perf_counter() - start, means


first, means = bootstrap()
warm = sorted(bootstrap()[0] for _ in range(3))[1]
peak = next((int(line.split()[1]) for line in open('/proc/self/status') if line.startswith('VmHWM:')), 0) if sys.platform == 'linux' else 0
print(json.dumps({'seconds': first, 'warmSeconds': warm, 'mean': means.mean(), 'standardError': means.std(), 'peakKiB': peak}))
