import { showMoment, told } from '@tallystick/ui';
import { ServerLink } from './links.tsx';

export type StoryLine = { readonly id: string; readonly at: string; readonly zh: string; readonly en: string; readonly link?: string | null };

/** What happened, newest first. */
export function Story({ lines }: { lines: readonly StoryLine[] }) {
  return (
    <ol className="story">
      {lines.map((line) => (
        <li key={line.id}>
          <div className="muted small num">{showMoment(line.at)}</div>
          <ServerLink link={line.link}>{told(line)}</ServerLink>
        </li>
      ))}
    </ol>
  );
}
