import type { accessibilitySv } from '../sv/accessibility.ts';

export const accessibilityEn: Readonly<Record<keyof typeof accessibilitySv, string>> = {
  'accessibility.the-municipality': 'The municipality',
  'accessibility.status.title': 'How accessible is the tab?',
  'accessibility.status.who':
    '{organisation} is responsible for the Digitalisation index tab in Microsoft Teams. Everyone should be able to use it. Here is how far it complies with the Swedish act on accessibility to digital public services, which shortcomings are known, and how to report others.',
  'accessibility.status.partly':
    'The tab is partly compliant with the act, because of what stands under Known shortcomings.',
  'accessibility.known.title': 'Known shortcomings',
  'accessibility.known.lead': 'This is not fully accessible, or not tested.',
  'accessibility.known.screen-readers':
    'The tab has not been tested with screen readers by experienced users (NVDA, JAWS, VoiceOver, TalkBack). It is built for them: headings, landmarks, tables and names are there, but nobody has confirmed yet that it is enough.',
  'accessibility.known.radar':
    'Names of sectors in the trend radar may come close to a point in a narrow view. The same facts stand in the table and in the list beside it.',
  'accessibility.known.old-clients':
    'The tab has not been tested in the mobile apps of Teams with enlarged system text, only in a browser of the same width.',
  'accessibility.burden':
    'Nothing is exempted on the ground that adapting it would be a disproportionate burden.',
  'accessibility.outside.title': 'What is not covered',
  'accessibility.outside.teams':
    'The frame around the tab, with its menus and windows, belongs to Microsoft Teams. Microsoft is responsible for it.',
  'accessibility.outside.sharepoint':
    'Links to rows in SharePoint leave the tab. The lists have statements of their own, or none.',
  'accessibility.contact.title': 'Report a shortcoming or ask for help',
  'accessibility.contact.tell':
    'Did you find something that does not work, or that is not listed here? Contact {organisation} through its contact centre or website and say that it concerns the Digitalisation index in Teams.',
  'accessibility.contact.alternative':
    'Do you need the figures in another form? {organisation} can give them to you in another way. Every chart can also be read as a table and saved as CSV.',
  'accessibility.authority.title': 'Supervision',
  'accessibility.authority.body':
    'The Agency for Digital Government (Digg) supervises the act. If you are not satisfied with how the municipality handles what you have reported, you can complain there.',
  'accessibility.authority.link': 'Report lacking accessibility to Digg',
  'accessibility.tested.title': 'How the tab has been tested',
  'accessibility.tested.lead':
    'Self-assessment by those who built the tab, against WCAG 2.1 level AA (EN 301 549).',
  'accessibility.tested.axe':
    'Automatic review with axe of every page in the light, dark and high-contrast themes, at desktop and phone width, at every change of the tab.',
  'accessibility.tested.keyboard':
    'The tasks of readers and managers can be done with a keyboard alone; it is tested automatically in Chromium.',
  'accessibility.tested.zoom':
    'The pages are tested at a width of 320 pixels, which equals 400 percent zoom, without loss of content.',
  'accessibility.tested.contrast':
    'Charts tell things apart by shape, pattern and text, not by colour alone.',
  'accessibility.tested.dates':
    'The assessment was made on {assessed}. The statement was last updated on {updated}.',
};
