import type { ReactElement } from 'react';
import { inLanguage } from '#core/number/in-language.ts';
import { FigureList } from '../../components/figure-list.tsx';
import { PageGrid } from '../../components/page-grid.tsx';
import { ResultPage } from '../../components/result-page.tsx';
import { ScoreHero } from '../../components/score-hero.tsx';
import { Surface } from '../../components/surface.tsx';
import { useTranslation } from '../../lib/translation.tsx';
import { BenefitGroups } from './benefit-groups.tsx';
import { BenefitRegister } from './benefit-register.tsx';
import { ChosenBenefit } from './chosen-benefit.tsx';

/** What digitalisation gave, against what was expected of it. */
export function BenefitPage({ year }: { readonly year: number }): ReactElement {
  const { t, language } = useTranslation();
  return (
    <ResultPage title={t('page.benefit')} year={year} skeletonHeightsPx={[140, 220, 320]}>
      {({ result }) => {
        const { figures, benefit, method } = result;
        return (
          <PageGrid columns="one">
            <ChosenBenefit result={result} />
            <PageGrid columns="two">
              <ScoreHero figure={figures.benefit} title={t('benefit.score.title')}>
                {t('benefit.score.lead', { cap: inLanguage(method.benefitCap, language) })}
              </ScoreHero>
              <Surface title={t('benefit.uncapped')} lead={t('benefit.uncapped.explained')}>
                <FigureList
                  figures={[
                    figures.benefitUncapped,
                    figures.benefitCoverage,
                    figures.measuredIndicators,
                    figures.validIndicators,
                  ]}
                />
              </Surface>
            </PageGrid>
            <PageGrid columns="two">
              <BenefitGroups
                title={t('benefit.kinds.title')}
                caption={t('benefit.kinds.caption')}
                groups={benefit.kinds}
                named="kind"
              />
              <BenefitGroups
                title={t('benefit.objects.title')}
                caption={t('benefit.objects.caption')}
                groups={benefit.objects}
                named="object"
              />
            </PageGrid>
            <BenefitRegister result={result} />
          </PageGrid>
        );
      }}
    </ResultPage>
  );
}
