import { RefusalError } from '@tallystick/ui/client';
import { App as AntApp, Button, type ButtonProps } from 'antd';
import { useState } from 'react';
import { errorText, refusalOf } from '../api.ts';
import { stepUp } from '../shell/step-up.tsx';

/** Name the server gave the file; its path's last part when it gave none. */
function nameOf(response: Response, path: string): string {
  const name = /filename\*?=(?:UTF-8'')?"?([^";]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  return name ? decodeURIComponent(name) : (path.split('/').at(-1) ?? 'file');
}

async function fetchFile(path: string): Promise<{ name: string; blob: Blob }> {
  const response = await fetch(`/api${path}`, { headers: { 'x-side': 'staff' } });
  if (!response.ok) throw new RefusalError(response.status, await response.json());
  return { name: nameOf(response, path), blob: await response.blob() };
}

/** Fetches a file and hands it to the browser; asks for the second factor where the file needs one. */
export async function saveFile(path: string): Promise<void> {
  const file = await fetchFile(path).catch(async (error: unknown) => {
    if (refusalOf(error)?.code === 'platform.step_up_needed' && (await stepUp())) return fetchFile(path);
    throw error;
  });
  const address = URL.createObjectURL(file.blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  URL.revokeObjectURL(address);
}

/** A button that brings a file of the API; a refusal is told, not saved as a file. */
export function DownloadButton({ path, ...button }: ButtonProps & { path: string }) {
  const { message } = AntApp.useApp();
  const [busy, setBusy] = useState(false);
  const bring = (): void => {
    setBusy(true);
    saveFile(path)
      .catch((error: unknown) => void message.error(errorText(error)))
      .finally(() => setBusy(false));
  };
  return <Button {...button} loading={busy} onClick={bring} />;
}
