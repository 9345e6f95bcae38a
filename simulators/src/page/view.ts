import type { CalendarDate } from '@tallystick/kernel';
import { type ControlParts, stateOf } from '../control/acts.ts';
import { FAULT_MODES } from '../faults.ts';
import { listMessages } from '../messaging/routes.ts';
import { FIELDS, type FieldKind, type Group, type Overrides } from '../overrides.ts';
import { SOURCES } from '../sources.ts';
import { gist, groupsFor, whoIs } from './describe.ts';
import { type Html, html, STYLE } from './html.ts';
import { type Language, SOURCE_WORDS, TERMS, WORDS } from './words.ts';

/** What the address of the page asks for. */
export type View = {
  readonly lang: Language;
  readonly to: string;
  readonly subject: string;
  readonly refresh: boolean;
  readonly note: string;
  readonly done: boolean;
  readonly today: CalendarDate;
};

const speaker = (lang: Language) => {
  const i = lang === 'zh' ? 0 : 1;
  return {
    say: (word: keyof typeof WORDS) => WORDS[word][i],
    term: (text: string) => TERMS[text]?.[i] ?? text,
    pair: (p: readonly [string, string]) => p[i],
  };
};
type Speaker = ReturnType<typeof speaker>;
/** 2026-06-30 09:12:33 in China, whatever zone the machine is in. */
const clock = (moment: string): string => new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

const link = (view: View, change: Partial<Record<'lang' | 'to' | 'subject' | 'refresh', string>>): string => {
  const wanted = { lang: view.lang, to: view.to, subject: view.subject, refresh: view.refresh ? '1' : '', ...change };
  return `/?${new URLSearchParams(Object.entries(wanted).filter(([, value]) => value !== ''))}`;
};
const hidden = (view: View): Html => html`<input type="hidden" name="lang" value="${view.lang}"><input type="hidden" name="to" value="${view.to}">`;

/** The whole page: messages first, because that is what people come for. */
export function page(parts: ControlParts, view: View): string {
  const s = speaker(view.lang);
  const other = view.lang === 'zh' ? 'en' : 'zh';
  return html`<!doctype html>
<html lang="${view.lang === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
${view.refresh ? html`<meta http-equiv="refresh" content="5">` : ''}<title>${s.say('title')}</title><style>${STYLE}</style></head>
<body><header><h1>${s.say('title')}</h1>
<a href="${link(view, { refresh: view.refresh ? '' : '1' })}">${s.say(view.refresh ? 'noRefresh' : 'refresh')}</a>
<a href="${link(view, { lang: other })}" lang="${other}">${s.say('language')}</a></header>
<main><p>${s.say('intro')}</p>${note(view, s)}${messages(parts, view, s)}${subject(parts, view, s)}${sources(parts, view, s)}${calls(parts, s)}</main></body></html>`
    .safe;
}

const note = (view: View, s: Speaker): Html =>
  view.note !== ''
    ? html`<p class="note warn" role="alert">${s.say('refused')}${view.note}</p>`
    : view.done
      ? html`<p class="note" role="status">${s.say('done')}</p>`
      : html``;

function messages({ world }: ControlParts, view: View, s: Speaker): Html {
  const list = listMessages(world, { to: view.to, limit: '30' });
  const rows = list.map((m) => {
    const code = m.params.code ?? (m.biz_type === '验证码' ? /\d{4,8}/.exec(m.text)?.[0] : undefined);
    return html`<li><div class="meta">${clock(m.send_time)} · <strong>${m.to}</strong> · ${m.biz_type}${m.subject === '' ? '' : html` · ${m.subject}`}</div>
${code === undefined ? '' : html`<div><span class="meta">${s.say('code')}</span> <span class="code">${typeof code === 'string' ? code : JSON.stringify(code)}</span></div>`}<div>${m.text}</div></li>`;
  });
  return html`<section id="messages"><h2>${s.say('messages')}</h2>
<form class="row" method="get"><input type="hidden" name="lang" value="${view.lang}"><label>${s.say('filterTo')}<input name="to" value="${view.to}" autocomplete="off"></label>
<button>${s.say('show')}</button><a href="${link(view, { to: '' })}">${s.say('showAll')}</a></form>
${list.length === 0 ? html`<p>${s.say('noMessages')}</p>` : html`<ul class="messages">${rows}</ul>`}</section>`;
}

function sources(parts: ControlParts, view: View, s: Speaker): Html {
  const rows = stateOf(parts).sources.map(({ name, url, faults }) => {
    const now = faults.map((f) =>
      [
        f.mode === 'none' ? '' : s.term(f.mode),
        f.latency_ms === undefined ? '' : `${f.latency_ms} ms`,
        f.times === undefined ? '' : `× ${f.times}`,
        f.subject ?? '',
      ]
        .filter((t) => t !== '')
        .join(' '),
    );
    return html`<tr><td>${s.pair(SOURCE_WORDS[name])}</td><td>${url}</td><td>${now.length === 0 ? s.say('none') : html`<span class="warn">${now.join('; ')}</span>`}</td></tr>`;
  });
  return html`<section id="sources"><h2>${s.say('sources')}</h2>
<div class="scroll"><table><thead><tr><th>${s.say('source')}</th><th>${s.say('address')}</th><th>${s.say('faults')}</th></tr></thead><tbody>${rows}</tbody></table></div>
<form class="row" method="post" action="/page/faults">${hidden(view)}
<label>${s.say('source')}<select name="source">${SOURCES.map((n) => html`<option value="${n}">${s.pair(SOURCE_WORDS[n])}</option>`)}</select></label>
<label>${s.say('mode')}<select name="mode">${FAULT_MODES.map((m) => html`<option value="${m}">${s.term(m)}</option>`)}</select></label>
<label>${s.say('latency')}<input name="latency_ms" inputmode="numeric"></label><label>${s.say('times')}<input name="times" inputmode="numeric"></label>
<label>${s.say('onlySubject')}<input name="subject" autocomplete="off"></label><button>${s.say('apply')}</button></form>
<form method="post" action="/page/clear-faults">${hidden(view)}<button class="plain">${s.say('clearFaults')}</button></form></section>`;
}

function subject(parts: ControlParts, view: View, s: Speaker): Html {
  return html`<section id="subject"><h2>${s.say('subject')}</h2>
<form class="row" method="get" action="/#subject">${hidden(view)}<label>${s.say('subjectHelp')}<input name="subject" value="${view.subject}" autocomplete="off"></label><button>${s.say('find')}</button></form>
${view.subject === '' ? '' : details(parts, view, s)}</section>`;
}

function details(parts: ControlParts, view: View, s: Speaker): Html {
  const id = view.subject;
  const who = whoIs(parts, id, view.today).filter((t) => t !== '');
  const said = gist(parts, id, view.today).map(
    ([group, texts]) => html`<tr><th>${s.pair(SOURCE_WORDS[group])}</th><td>${texts.map(s.term).join(' · ')}</td></tr>`,
  );
  const set = parts.world.about(id);
  return html`${who.length === 0 ? '' : html`<h3>${s.say('known')}</h3><p>${who.join(' · ')}</p>`}
${said.length === 0 ? '' : html`<h3>${s.say('answered')}</h3><div class="scroll"><table><tbody>${said}</tbody></table></div>`}
<form method="post" action="/page/subject">${hidden(view)}<input type="hidden" name="subject" value="${id}">
${groupsFor(id).map((group) => groupFields(group, set, s))}<button>${s.say('save')}</button></form>
<form method="post" action="/page/clear-subject">${hidden(view)}<input type="hidden" name="subject" value="${id}"><button class="plain">${s.say('clearSubject')}</button></form>`;
}

function groupFields(group: Group, set: Overrides, s: Speaker): Html {
  const values = (set[group] ?? {}) as Readonly<Record<string, string | number | boolean>>;
  const fields = Object.entries(FIELDS[group] as Record<string, FieldKind>).map(
    ([name, kind]) => html`<label>${s.term(name)}${control(`${group}.${name}`, kind, values[name], s)}</label>`,
  );
  return html`<h3>${s.pair(SOURCE_WORDS[group])}</h3><fieldset>${fields}</fieldset>`;
}

function control(name: string, kind: FieldKind, value: string | number | boolean | undefined, s: Speaker): Html {
  const now = value === undefined ? '' : String(value);
  const choices = kind === 'flag' ? ['true', 'false'] : typeof kind === 'string' ? undefined : kind;
  if (!choices)
    return html`<input name="${name}" value="${now}" type="${kind === 'date' ? 'date' : 'text'}"${kind === 'date' || kind === 'text' ? '' : html` inputmode="decimal"`} autocomplete="off">`;
  const text = (c: string) => (c === 'true' ? s.say('yes') : c === 'false' ? s.say('no') : s.term(c));
  return html`<select name="${name}"><option value="">${s.say('unset')}</option>${choices.map((c) => html`<option value="${c}"${c === now ? html` selected` : ''}>${text(c)}</option>`)}</select>`;
}

function calls({ world }: ControlParts, s: Speaker): Html {
  const rows = world.calls.newest(40).map(
    (c) => html`<tr><td>${clock(c.time)}</td><td>${s.pair(SOURCE_WORDS[c.source])}</td><td>${c.method} ${c.path}</td><td>${c.subject}</td>
<td>${c.status} ${c.result}</td><td>${c.ms}</td><td>${c.fault === '' ? '' : html`<span class="warn">${s.term(c.fault)}</span>`}</td></tr>`,
  );
  const heads = (['time', 'source', 'path', 'who', 'status', 'took', 'fault'] as const).map((w) => html`<th>${s.say(w)}</th>`);
  return html`<section id="calls"><h2>${s.say('calls')}</h2>
${rows.length === 0 ? html`<p>${s.say('noCalls')}</p>` : html`<div class="scroll"><table><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table></div>`}</section>`;
}
