import { Field, makeStyles, Select } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { SourceColumns } from '#core/contracts/sources.ts';
import { useTranslation } from '../../../lib/translation.tsx';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(200px, 100%), 1fr))',
    gap: '14px 20px',
    border: 'none',
    margin: '16px 0 0',
    padding: 0,
  },
});

/** No municipality has more levels. */
const MOST_LEVELS = 6;

interface UnitPathFieldsProps {
  readonly path: readonly string[];
  readonly columns: SourceColumns['columns'];
  readonly onChange: (path: readonly string[]) => void;
}

/** Where no column names the unit: the columns that spell its path, from the top; each one chosen asks for the next. */
export function UnitPathFields({ path, columns, onChange }: UnitPathFieldsProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const levels = Math.min(path.length + 1, MOST_LEVELS);
  const choose = (level: number, column: string) =>
    // Without a level there are no levels below it either.
    onChange(column === '' ? path.slice(0, level) : path.with(level, column));
  return (
    <fieldset className={styles.fields} aria-label={t('sources.unit-path')}>
      {Array.from({ length: levels }, (_, level) => (
        <Field
          key={level}
          label={t('sources.unit-path.level', { level: String(level + 1) })}
          hint={level === 0 ? t('sources.unit-path.hint') : null}
        >
          <Select
            value={path[level] ?? ''}
            onChange={(_event, { value }) =>
              level === path.length && value !== '' ? onChange([...path, value]) : choose(level, value)
            }
          >
            <option value="">{t('sources.column.none')}</option>
            {columns
              .filter(({ name, isSystem }) => name === path[level] || (!isSystem && !path.includes(name)))
              .map(({ name, displayName, kind }) => (
                <option key={name} value={name}>
                  {t('sources.column.option', { name: displayName, kind: t(`column-kind.${kind}`) })}
                </option>
              ))}
          </Select>
        </Field>
      ))}
    </fieldset>
  );
}
