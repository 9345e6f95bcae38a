import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { type Figure, Figures } from './figures.tsx';
import { placeOf } from './links.tsx';
import { fetchList } from './list-fetch.ts';

/** A figure that is the length of a list; it links to that list. */
export type Count = {
  readonly key: string;
  readonly label: string;
  readonly list: string;
  readonly view: Readonly<Record<string, string>>;
  readonly to: string;
  readonly tone?: 'bad' | 'watch';
};

/** Figures that are known already, then how many there are of each; a tone counts only above nought. */
export function Counts({ before, items }: { before: readonly Figure[]; items: readonly Count[] }) {
  const asked = useQueries({
    queries: items.map((c) => ({
      queryKey: ['count', c.list, c.view],
      queryFn: async () => (await fetchList(c.list, { ...c.view, limit: '1' })).total,
      staleTime: 15_000,
    })),
  });
  return (
    <Figures
      items={[
        ...before,
        ...items.map((c, i) => {
          const n = asked[i]?.data;
          return {
            key: c.key,
            label: c.label,
            value:
              n === undefined ? (
                asked[i]?.isPending ? (
                  <Skeleton.Button size="small" active />
                ) : (
                  '—'
                )
              ) : (
                <Link {...placeOf(c.to)} style={{ color: 'inherit' }}>
                  {n}
                </Link>
              ),
            tone: n !== undefined && n > 0 ? c.tone : undefined,
          };
        }),
      ]}
    />
  );
}
