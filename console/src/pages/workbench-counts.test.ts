/// <reference types="vite/client" />
import { expect, test } from 'vitest';
import type { Me } from '../api.ts';
import { countsFor } from './workbench-counts.ts';

const sources = import.meta.glob('../**/*.tsx', { query: '?raw', import: 'default', eager: true }) as Record<string, string>;
const pages = Object.entries(sources).filter(([name]) => !name.startsWith('../'));
/** The text of the page behind an address and of the pages' files that it brings in: it may keep its lists in them. */
function pageAt(path: string): string {
  const route = new RegExp(`path: '${path}',\\s+component: lazyRouteComponent\\(\\(\\) => import\\('\\./pages/([\\w/-]+\\.tsx)'`);
  const file = route.exec(sources['../routes.tsx'] ?? '')?.[1];
  const text = pages.find(([name]) => name === `./${file}`)?.[1] ?? '';
  const brought = [...text.matchAll(/from '\.\/([\w/-]+\.tsx)'/g)].map((m) => m[1] ?? '');
  return [text, ...pages.filter(([name]) => brought.some((b) => name.endsWith(`/${b}`))).map(([, t]) => t)].join('\n');
}

test('every figure of the workbench opens a page that has the list it counts, with the filters it counts by', () => {
  const everybody = {
    roles: [
      'RELATIONSHIP_MANAGER',
      'REVIEWER',
      'APPROVER',
      'COMMITTEE',
      'DISBURSEMENT',
      'POST_LOAN',
      'COLLECTOR',
      'RISK_MANAGER',
      'COMPLIANCE',
      'EXECUTIVE',
      'SERVICE_AGENT',
      'ADMIN',
    ],
    permissions: { includes: () => true },
  } as unknown as Me;
  const counts = countsFor(everybody, ((key: string) => key) as never);
  expect(counts.length).toBeGreaterThan(20);
  const missing = counts.flatMap(({ key, list, view, to }) => {
    const page = pageAt(to.split('?')[0] ?? '');
    const filters = Object.keys(view).filter((f) => !page.includes(`key: '${f}'`));
    return [
      ...(page.includes(`path="${list}"`) ? [] : [`${key}: no list of ${list} at ${to}`]),
      ...filters.map((f) => `${key}: no filter ${f} at ${to}`),
    ];
  });
  expect(missing).toEqual([]);
});
