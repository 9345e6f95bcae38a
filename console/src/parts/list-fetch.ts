import { RefusalError } from '@tallystick/ui/client';

/** One page of any list of the API, by its address: what the generic list needs and the typed client cannot say. */
export async function fetchList<Row>(path: string, view: Readonly<Record<string, string>>): Promise<{ items: Row[]; total: number }> {
  const response = await fetch(`/api${path}?${new URLSearchParams(view)}`, { headers: { 'x-side': 'staff' } });
  const body = await response.json();
  if (!response.ok) throw new RefusalError(response.status, body);
  return body;
}
