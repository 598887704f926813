import type { ReactElement } from 'react';
import type { Lever } from '#core/change/levers.ts';
import type { Scenario } from '#core/change/what-if.ts';
import { Surface } from '../../components/surface.tsx';
import { useTranslation } from '../../lib/translation.tsx';
import { LeverField } from './lever-field.tsx';

interface LeversProps {
  readonly levers: readonly Lever[];
  readonly scenario: Scenario;
  readonly onScenario: (scenario: Scenario) => void;
}

/** Everything that can be moved. */
export function Levers({ levers, scenario, onScenario }: LeversProps): ReactElement {
  const { t } = useTranslation();
  return (
    <Surface title={t('what-if.levers.title')} lead={t('what-if.levers.lead')}>
      {levers.map((lever) => (
        <LeverField
          key={lever.id}
          lever={lever}
          moved={scenario[lever.id]}
          onMove={(value) =>
            onScenario(
              value === null
                ? Object.fromEntries(Object.entries(scenario).filter(([id]) => id !== lever.id))
                : { ...scenario, [lever.id]: value },
            )
          }
        />
      ))}
    </Surface>
  );
}
