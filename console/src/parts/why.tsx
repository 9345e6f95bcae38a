import { Button, Popover, Spin } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../api.ts';

/** "Why is this number so": a small button beside a figure that opens its working, asked for only when opened. */
export function Why({ title, load, children }: { title: string; load?: () => Promise<ReactNode>; children?: ReactNode }) {
  const { t } = useTranslation();
  const [content, setContent] = useState<ReactNode>(children);
  const open = (opened: boolean): void => {
    if (!opened || !load || content !== undefined) return;
    load().then(setContent, (error: unknown) => setContent(errorText(error)));
  };
  return (
    <Popover
      trigger="click"
      title={title}
      onOpenChange={open}
      content={<div style={{ maxWidth: 460, maxHeight: 360, overflow: 'auto' }}>{content ?? <Spin size="small" />}</div>}
    >
      <Button type="text" size="small" aria-label={t('why.button', { what: title })} style={{ paddingInline: 4, marginInlineStart: 2 }}>
        ?
      </Button>
    </Popover>
  );
}
