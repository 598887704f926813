/** A digest card of the kind the app posts: figures, a chart that only Teams can draw, facts, and a link into the tab. */
export function sampleCard(origin: string): Readonly<Record<string, unknown>> {
  const context = encodeURIComponent(JSON.stringify({ subEntityId: 'preconditions?year=2025' }));
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [
      {
        type: 'TextBlock',
        text: 'Digitaliseringsindex 2025',
        size: 'Large',
        weight: 'Bolder',
        style: 'heading',
        wrap: true,
      },
      {
        type: 'ColumnSet',
        columns: [
          {
            type: 'Column',
            width: 'auto',
            items: [{ type: 'TextBlock', text: '8,2', size: 'ExtraLarge', weight: 'Bolder' }],
          },
          {
            type: 'Column',
            width: 'stretch',
            verticalContentAlignment: 'Center',
            items: [
              { type: 'TextBlock', text: '+0,1 från 2024', color: 'Good', wrap: true },
              { type: 'TextBlock', text: 'av 10', isSubtle: true, spacing: 'None' },
            ],
          },
        ],
      },
      {
        type: 'FactSet',
        facts: [
          { title: 'Förutsättningar', value: '7,0' },
          { title: 'Resultat', value: '8,8' },
          { title: 'Nytta', value: '8,7' },
        ],
      },
      {
        type: 'Chart.Line',
        title: 'Utveckling',
        data: [
          {
            legend: 'Index',
            values: [
              { x: '2024', y: 8.1 },
              { x: '2025', y: 8.2 },
            ],
          },
        ],
        fallback: { type: 'TextBlock', text: 'Utveckling: 2024 **8,1**, 2025 **8,2**', wrap: true },
      },
      {
        type: 'Container',
        style: 'emphasis',
        items: [
          { type: 'TextBlock', text: 'Behöver uppmärksamhet', weight: 'Bolder', wrap: true },
          {
            type: 'TextBlock',
            text: '- Täckning i nyttoregistret under 25 %\n- Två initiativ saknar år <b>obs</b>',
            wrap: true,
            color: 'Attention',
          },
        ],
      },
    ],
    actions: [
      {
        type: 'Action.OpenUrl',
        title: 'Öppna i fliken',
        style: 'positive',
        url: `${origin}/l/entity/5c9e7a10-2f3b-4d6c-8e1f-0a2b3c4d5e6f/index?context=${context}`,
      },
    ],
  };
}
