import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answered, api } from '../api.ts';

const MOST = 50;
type Wish = { readonly id: string; readonly done: (name: string | null) => void };
const wishes: Wish[] = [];

/** Asks for the names of all customers that a page mentions in as few questions as possible. */
async function askNames(): Promise<void> {
  const asked = wishes.splice(0, MOST);
  if (wishes.length > 0) queueMicrotask(() => void askNames());
  const names = new Map<string, string>();
  try {
    const ids = [...new Set(asked.map((w) => w.id))];
    const { items } = answered(await api.GET('/customers', { params: { query: { ids: ids.join(','), limit: MOST } } }));
    for (const c of items) names.set(c.customerId, c.displayName);
  } catch {
    // Not allowed to see names: the number stands in its place.
  }
  for (const wish of asked) wish.done(names.get(wish.id) ?? null);
}
const nameOf = (id: string): Promise<string | null> =>
  new Promise((done) => {
    if (wishes.length === 0) setTimeout(() => void askNames(), 10);
    wishes.push({ id, done });
  });

/** A customer by name; by the end of the number while the name is unknown. */
export function CustomerName({ id }: { id: string }) {
  const { data } = useQuery({ queryKey: ['customer-name', id], queryFn: () => nameOf(id), staleTime: 600_000 });
  return (
    <span className="customer-name" title={data ?? undefined}>
      {data ?? <span className="mono">…{id.slice(-6)}</span>}
    </span>
  );
}
export const CustomerLink = ({ id }: { id: string }) => (
  <Link to="/customers/$customerId" params={{ customerId: id }}>
    <CustomerName id={id} />
  </Link>
);
