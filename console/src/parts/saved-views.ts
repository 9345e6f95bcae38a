import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../api.ts';
import type { View } from './view-in-address.ts';

export type SavedView = { readonly name: string; readonly view: View };

/** Named views of one list, kept by the bank for the signed-in person: they are there on every machine. */
export function useSavedViews(list: string): {
  views: readonly SavedView[];
  save(view: SavedView): Promise<void>;
  drop(name: string): Promise<void>;
} {
  const key = `views${list.replace(/[^a-z0-9]+/gi, '-').toLowerCase()}`.slice(0, 60);
  const queries = useQueryClient();
  const asked = useQuery({
    queryKey: ['preference', key],
    staleTime: 600_000,
    queryFn: async () =>
      JSON.parse(answered(await api.GET('/me/preferences/{key}', { params: { path: { key } } })).value ?? '[]') as readonly SavedView[],
  });
  const views = asked.data ?? [];
  const keep = async (next: readonly SavedView[]): Promise<void> => {
    queries.setQueryData(['preference', key], next);
    await api.PUT('/me/preferences/{key}', {
      params: { path: { key }, header: { 'Idempotency-Key': crypto.randomUUID() } },
      body: { value: JSON.stringify(next) },
    });
  };
  return {
    views,
    save: (view) => keep([...views.filter((v) => v.name !== view.name), view]),
    drop: (name) => keep(views.filter((v) => v.name !== name)),
  };
}
