import { RefusalError } from '@tallystick/ui/client';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useTranslation } from 'react-i18next';
import { router } from './routes.tsx';
import { useAppearance } from './shell/appearance.ts';

const queries: QueryClient = new QueryClient({
  // A session that ended brings the sign-in over the page, whichever question noticed it.
  queryCache: new QueryCache({
    onError: (error) => {
      if (error instanceof RefusalError && error.status === 401) void queries.invalidateQueries({ queryKey: ['me'] });
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      refetchOnWindowFocus: false,
      retry: (count, error) => count < 2 && !(error instanceof RefusalError && error.status > 0),
    },
  },
});

export function App() {
  const { i18n } = useTranslation();
  const { theme } = useAppearance();
  return (
    <ConfigProvider locale={i18n.language === 'en' ? enUS : zhCN} theme={theme} button={{ autoInsertSpace: false }} componentSize="middle">
      <AntApp component={false}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
}
