import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { FoundSite } from '#core/contracts/sources.ts';
import type { SourceTopic } from '#core/result/figure-ids.ts';
import { isSurvey } from '#core/settings/source-fields.ts';
import { locationName, type SourceLocation } from '#core/settings/source-location.ts';
import { Notice } from '../../../components/notice.tsx';
import { useTranslation } from '../../../lib/translation.tsx';
import { FileChoice } from './file-choice.tsx';
import { ListChoice } from './list-choice.tsx';
import { SiteSearch } from './site-search.tsx';
import { UploadChoice } from './upload-choice.tsx';

type Kind = SourceLocation['kind'];

interface PlaceStepProps {
  readonly topic: SourceTopic;
  readonly location: SourceLocation | null;
  readonly onChoose: (location: SourceLocation) => void;
}

const WHOLE_FILE = { sheet: null, table: null, headerRow: 1 } as const;

/** Where the rows stand: a list, a file in a library, or a file from the admin's machine. */
export function PlaceStep({ topic, location, onChoose }: PlaceStepProps): ReactElement {
  const { t } = useTranslation();
  const [kind, setKind] = useState<Kind>(location?.kind ?? 'sharepoint-list');
  const [site, setSite] = useState<FoundSite | null>(siteOf(location));
  return (
    <>
      <Field label={t('sources.place.kind')}>
        <RadioGroup value={kind} onChange={(_event, data) => setKind(data.value as Kind)}>
          <Radio value="sharepoint-list" label={t('sources.place.list')} />
          <Radio value="drive-file" label={t('sources.place.file')} />
          {!isSurvey(topic) && <Radio value="uploaded-file" label={t('sources.place.upload')} />}
        </RadioGroup>
      </Field>
      {isSurvey(topic) && (
        <Notice tone="info" title={t('sources.place.survey.title')}>
          {t('sources.place.survey')}
        </Notice>
      )}
      {kind === 'uploaded-file' ? (
        <UploadChoice
          topic={topic}
          onUploaded={(file) => onChoose({ kind: 'uploaded-file', ...file, ...WHOLE_FILE })}
        />
      ) : (
        <SiteSearch chosen={site} onChoose={setSite} />
      )}
      {site !== null && kind === 'sharepoint-list' && (
        <ListChoice
          siteId={site.id}
          chosenId={location?.kind === 'sharepoint-list' ? location.listId : null}
          onChoose={({ id, name }) =>
            onChoose({ kind, siteId: site.id, siteName: site.name, listId: id, listName: name })
          }
        />
      )}
      {site !== null && kind === 'drive-file' && (
        <FileChoice
          key={site.id}
          siteId={site.id}
          chosenId={location?.kind === 'drive-file' ? location.itemId : null}
          onChoose={({ driveId, itemId, name }) =>
            onChoose({
              kind,
              siteId: site.id,
              siteName: site.name,
              driveId,
              itemId: itemId ?? '',
              fileName: name,
              ...WHOLE_FILE,
            })
          }
        />
      )}
      <p role="status">
        {location === null ? '' : t('sources.place.chosen', { name: locationName(location) })}
      </p>
    </>
  );
}

function siteOf(location: SourceLocation | null): FoundSite | null {
  if (location === null || location.kind === 'uploaded-file') return null;
  return { id: location.siteId, name: location.siteName, webUrl: '' };
}
