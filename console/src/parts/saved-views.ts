import { useState } from 'react';
import type { View } from './view-in-address.ts';

export type SavedView = { readonly name: string; readonly view: View };

/** Named views of one list, remembered in this browser. */
export function useSavedViews(list: string): { views: readonly SavedView[]; save(view: SavedView): void; drop(name: string): void } {
  const place = `tally.views:${list}`;
  const [views, setViews] = useState<readonly SavedView[]>(() => JSON.parse(localStorage.getItem(place) ?? '[]') as SavedView[]);
  const keep = (next: readonly SavedView[]): void => {
    localStorage.setItem(place, JSON.stringify(next));
    setViews(next);
  };
  return {
    views,
    save: (view) => keep([...views.filter((v) => v.name !== view.name), view]),
    drop: (name) => keep(views.filter((v) => v.name !== name)),
  };
}
