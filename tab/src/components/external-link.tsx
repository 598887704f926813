import { Link } from '@fluentui/react-components';
import type { ReactElement } from 'react';

/** A link out of the tab, into SharePoint. Addresses come with the data: only web ones are made into links. */
export function ExternalLink({
  href,
  children,
}: {
  readonly href: string;
  readonly children: string;
}): ReactElement {
  if (!/^https?:\/\//i.test(href)) return <>{children}</>;
  return (
    <Link href={href} target="_blank" rel="noreferrer">
      {children}
    </Link>
  );
}
