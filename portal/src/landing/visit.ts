import { useEffect } from 'react';
import { api } from '../api.ts';
import { useSession } from '../session.ts';

type Page = 'first_loan' | 'self_check' | 'start';
const CAMPAIGN = /^[a-z0-9-]{2,40}$/;

/** Counts a page once in a tab. No visitor is known by it, and nothing waits for it. */
export function useVisit(page: Page, campaign?: string): void {
  const known = useSession().data !== undefined; // A write of a signed-in person carries the session's token.
  useEffect(() => {
    if (!known) return;
    const place = `tally.visited:${page}`;
    if (sessionStorage.getItem(place) !== null) return;
    sessionStorage.setItem(place, 'yes');
    void api
      .POST('/visits', { body: { page, ...(campaign && CAMPAIGN.test(campaign) ? { campaign } : {}) } })
      .catch(() => sessionStorage.removeItem(place));
  }, [page, campaign, known]);
}
