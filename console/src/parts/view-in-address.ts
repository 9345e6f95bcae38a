import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';

/** Filters, sorting, place and hidden columns of a list, all as texts. */
export type View = Readonly<Record<string, string>>;
const full = (view: View): View => Object.fromEntries(Object.entries(view).filter(([, v]) => v !== ''));

/** A list's view stands in the address, so a link reproduces it. A list inside another page keeps its view to itself. */
export function useView(embedded: boolean): [View, (next: View) => void] {
  const search = useSearch({ strict: false }) as View;
  const navigate = useNavigate();
  const [own, setOwn] = useState<View>({});
  if (embedded) return [own, (next) => setOwn(full(next))];
  // The open tab of the page stands in the same address and is no filter.
  const { tab = '', ...view } = search;
  return [view, (next) => void navigate({ to: '.', search: full({ tab, ...next }) as never, replace: true })];
}

const QUEUE = 'tally.queue';
/** Remembers the records of a list in their order, so that a work page can go on to the next one. */
export const rememberQueue = (addresses: readonly string[]): void => sessionStorage.setItem(QUEUE, JSON.stringify(addresses));
/** The records before and after the given address in the list it was opened from. */
export function neighbours(address: string): { before?: string; after?: string; at: number; count: number } {
  const queue = JSON.parse(sessionStorage.getItem(QUEUE) ?? '[]') as string[];
  const at = queue.indexOf(address);
  const [before, after] = at < 0 ? [] : [queue[at - 1], queue[at + 1]];
  return { ...(before && { before }), ...(after && { after }), at, count: queue.length };
}

/** The open tab of a record page, kept in the address. */
export function useTab(first: string): { activeKey: string; onChange: (key: string) => void } {
  const search = useSearch({ strict: false }) as View;
  const navigate = useNavigate();
  return { activeKey: search['tab'] ?? first, onChange: (tab) => void navigate({ to: '.', search: { tab } as never, replace: true }) };
}
