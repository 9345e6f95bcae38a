import { spawnSync } from 'node:child_process';
import { CREDIT_DATA } from './sets.ts';

const PROGRAM = `
import sys, time, gzip, csv
try:
    import numpy as np
    from sklearn.linear_model import LogisticRegression
    from sklearn.ensemble import HistGradientBoostingClassifier
    from sklearn.metrics import roc_auc_score
except ImportError as e:
    print('scikit-learn is not on this machine (' + str(e) + '); Debian has it as python3-sklearn'); sys.exit(0)
rows = list(csv.reader(gzip.open(sys.argv[1], 'rt')))
data = np.array([[float(v) for v in r[1:]] for r in rows[1:]])
x, y = data[:, :-1], data[:, -1]
train = np.arange(len(y)) % 10 < 7
z = (x - x[train].mean(0)) / x[train].std(0)
for name, model, inputs in (('LogisticRegression', LogisticRegression(max_iter=1000), z), ('HistGradientBoosting', HistGradientBoostingClassifier(), x)):
    times = []
    for _ in range(5):
        start = time.perf_counter(); model.fit(inputs[train], y[train]); times.append(time.perf_counter() - start)
    auc = roc_auc_score(y[~train], model.predict_proba(inputs[~train])[:, 1])
    print('| scikit-learn %s, taiwan | %.0f ms | AUC %.4f |' % (name, 1000 * sorted(times)[2], auc))
`;

/** Runs scikit-learn on the same split where the machine has it; says so where it has not. */
export function sklearnBeside(): void {
  const done = spawnSync('/usr/bin/env', ['python3', '-c', PROGRAM, `${CREDIT_DATA}/taiwan_card.csv.gz`], { encoding: 'utf8' });
  console.log(`\n${done.stdout?.trim() || `scikit-learn could not be run: ${done.stderr?.trim().split('\n').at(-1) ?? 'no python3'}`}`);
}
