import { Navigate, Outlet, useLocation } from '@tanstack/react-router';
import { Shown } from '../parts/shown.tsx';
import { useSession } from '../session.ts';

/** Lets a signed-in borrower through; whoever is not signs in first and comes back here. */
export function SignedIn() {
  const session = useSession();
  const { href } = useLocation();
  return <Shown of={session}>{(who) => (who === null ? <Navigate to="/sign-in" search={{ back: href }} replace /> : <Outlet />)}</Shown>;
}
