import { FluentProvider } from '@fluentui/react-components';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { Suspense, useEffect, useMemo, useState, type ReactElement } from 'react';
import { languageOf } from '../lib/language.ts';
import { ServicesContext, type Services } from '../lib/services.tsx';
import { onThemeChange, tellHostReady } from '../lib/teams-session.ts';
import { createTranslation, TranslationContext, type Translation } from '../lib/translation.tsx';
import { useRoute } from '../lib/use-route.ts';
import { loadAllMessages } from '../texts/load-messages.ts';
import type { Messages } from '../texts/sv.ts';
import { Frame } from './frame.tsx';
import { OutsideTeams } from './outside-teams.tsx';
import { ConfigurePage } from './pages.ts';
import { THEMES } from './themes.ts';

interface AppProps {
  readonly services: Services;
  readonly queryClient: QueryClient;
  /** The texts of the language that the tab starts in. */
  readonly firstMessages: Messages;
}

/** The tab inside its theme, language and services. */
export function App({ services, queryClient, firstMessages }: AppProps): ReactElement {
  const { session } = services;
  const [theme, setTheme] = useState(session.theme);
  const translation = useChosenTranslation(session.locale, firstMessages);
  const route = useRoute();
  useEffect(() => {
    if (!session.insideTeams) return;
    onThemeChange(setTheme);
    tellHostReady();
  }, [session.insideTeams]);
  useEffect(() => {
    document.documentElement.lang = translation.language;
  }, [translation.language]);
  useEffect(() => {
    // What shows beyond the page's edges; first-paint.css.
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);

  return (
    <FluentProvider theme={THEMES[theme]} style={{ minHeight: '100vh' }}>
      <QueryClientProvider client={queryClient}>
        <ServicesContext value={services}>
          <TranslationContext value={translation}>
            {!session.insideTeams ? (
              <OutsideTeams />
            ) : session.configuring || route.page === 'configure' ? (
              <Suspense fallback={null}>
                <ConfigurePage />
              </Suspense>
            ) : (
              <Frame />
            )}
          </TranslationContext>
        </ServicesContext>
      </QueryClientProvider>
    </FluentProvider>
  );
}

/** The translation of the language that the route asks for, else of the host's; the one before it until the new is loaded. */
function useChosenTranslation(locale: string, firstMessages: Messages): Translation {
  const route = useRoute();
  const wanted = route.language ?? languageOf(locale);
  const [loaded, setLoaded] = useState({ language: wanted, messages: firstMessages });
  useEffect(() => {
    if (loaded.language === wanted) return undefined;
    let current = true;
    void loadAllMessages(wanted).then((messages) => {
      if (current) setLoaded({ language: wanted, messages });
    });
    return () => {
      current = false;
    };
  }, [wanted, loaded.language]);
  return useMemo(() => createTranslation(loaded.language, loaded.messages), [loaded]);
}
