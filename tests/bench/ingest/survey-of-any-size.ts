import { LIST_IDS } from '../../../local/sample-tenant/names.ts';
import { sampleSettings } from '../../../local/sample-tenant/sample-settings.ts';
import type { Settings } from '#core/settings/settings-schema.ts';

export const SURVEY_YEAR = 2025;
export const SURVEY_LIST_ID = LIST_IDS.survey(SURVEY_YEAR);

/** The sample municipality with nothing but its units and its employee survey. */
export const SURVEY_SETTINGS: Settings = {
  ...sampleSettings,
  years: [SURVEY_YEAR],
  sources: sampleSettings.sources.filter(({ id }) =>
    [`enheter-${SURVEY_YEAR}`, `medarbetarenkat-${SURVEY_YEAR}`].includes(id),
  ),
};
