import type { ProblemTexts } from './problem-text.ts';

export const PROBLEM_TEXTS_EN: ProblemTexts = {
  unauthenticated: {
    title: 'You are not signed in',
    detail: 'The request carries no sign-in. Open the app again in Teams.',
  },
  'token-expired': {
    title: 'Your sign-in has expired',
    detail: 'Reload the tab to sign in again.',
  },
  'token-invalid': {
    title: 'Your sign-in could not be accepted',
    detail:
      'Reload the tab. If it happens again, an administrator should check the app registration in Microsoft Entra.',
  },
  'tenant-not-allowed': {
    title: 'Your organisation has no access',
    detail: 'The app is not open to the organisation you are signed in to. Contact whoever manages the app.',
  },
  'sign-in-unavailable': {
    title: 'Your sign-in can’t be checked right now',
    detail: 'Microsoft Entra does not answer. Try again in a while; it is nothing you did.',
  },
  'too-many-requests': {
    title: 'Too many requests',
    detail: 'Wait {seconds} seconds and try again.',
  },
  forbidden: {
    title: 'You may not do this',
    detail: 'This needs the role Index.Admin. Ask your administrator for it in Microsoft Entra.',
  },
  'malformed-json': {
    title: 'The request could not be read',
    detail: 'The content is not valid JSON. Check what was sent.',
  },
  'invalid-request': {
    title: 'Something in the request is wrong',
    detail: 'Correct what is pointed out and try again.',
  },
  'unknown-year': {
    title: 'There is no such year',
    detail: '{year} is not one of the years of the index. Choose another, or add it in the settings.',
  },
  'not-found': {
    title: 'What you look for is not there',
    detail: 'It may have been removed. Go back and reload the page.',
  },
  'method-not-allowed': {
    title: 'The address does not take this request',
    detail: 'The address exists, but not for this method. See the API documentation.',
  },
  'payload-too-large': {
    title: 'The request is too large',
    detail: 'At most {limit} is accepted. Divide or shorten the content.',
  },
  'precondition-required': {
    title: 'The version is missing',
    detail: 'Say in If-Match which version you change, or If-None-Match: * where nothing has been saved yet.',
  },
  'settings-conflict': {
    title: 'Somebody else was faster',
    detail:
      '{by} has saved the settings since you opened them (version {version} holds now). Fetch that version, see what has changed, put your changes into it and save again.',
  },
  'address-not-allowed': {
    title: 'The address may not be used',
    detail:
      'The address must begin with https and go to an allowed host ({allowed}). Copy it again from the workflow in Teams.',
  },
  'not-configured': {
    title: 'The app has not been set up yet',
    detail: 'An administrator must first choose the lists that the index is computed from.',
  },
  'not-computed': {
    title: 'The year has not been computed yet',
    detail: 'The index of {year} has not been computed. An administrator can start it.',
  },
  'unknown-vintage': {
    title: 'There is no such vintage',
    detail: 'Nothing has been published of {year} under that name. Choose one from the list of vintages.',
  },
  'publish-blocked': {
    title: 'The year cannot be published yet',
    detail:
      'The data behind {year} has errors that must be mended first ({rules}). Mend them in the lists or the mapping, refresh the year and try again. They are shown under Settings, Data quality.',
  },
  'publish-outdated': {
    title: 'There is a newer result',
    detail:
      '{year} has been computed or published since you opened the page. Reload, see what differs, then publish.',
  },
  'already-published': {
    title: 'The result has been published already',
    detail: 'The latest result of {year} is vintage {number}. Refresh the year if there is to be a new one.',
  },
  'list-not-found': {
    title: 'The list is not there',
    detail:
      'The list “{list}” was not found on the site “{site}”. Restore it in SharePoint or choose another in the settings.',
  },
  'site-not-found': {
    title: 'The site is not there',
    detail: 'The site “{site}” was not found. Check it in SharePoint or choose another in the settings.',
  },
  'column-missing': {
    title: 'A column is missing',
    detail:
      'The column “{column}” is no longer in the list “{list}”. Restore it or choose the right column in the settings.',
  },
  'sources-unread': {
    title: 'Several sources could not be read',
    detail:
      '{sources} could not be read; the other {read} were. Test them one by one under Settings, Sources: there it says what is missing.',
  },
  'file-not-found': {
    title: 'The file is not there',
    detail:
      'The file “{file}” was not found. Restore it in SharePoint, or choose another file in the settings.',
  },
  'file-too-large': {
    title: 'The file is too large',
    detail:
      '“{file}” is larger than {limit}. Split it by year, or remove sheets and pictures that are not needed, and save it again.',
  },
  'file-wrong-type': {
    title: 'The file type can’t be read',
    detail:
      '“{file}” is neither an Excel workbook (.xlsx) nor a CSV file. Open it in Excel and save it as .xlsx.',
  },
  'file-protected': {
    title: 'The file is protected by a password',
    detail:
      '“{file}” can’t be opened without its password. Remove the password in Excel (File, Info, Protect Workbook) and save.',
  },
  'file-has-macros': {
    title: 'The file contains macros',
    detail:
      '“{file}” contains macros and is therefore not read. Save it as an ordinary workbook (.xlsx) in Excel.',
  },
  'file-broken': {
    title: 'The file is damaged',
    detail: '“{file}” could not be understood. Open it in Excel, save it again and retry.',
  },
  'file-too-many-cells': {
    title: 'The sheet reaches too far',
    detail:
      '“{list}” in “{file}” reaches over more than {limit} cells. Most often a value was left far down or far to the right. Press Ctrl+End in Excel to find it, remove the rows and columns outside the table and save again.',
  },
  'file-ragged': {
    title: 'Rows in the file differ in length',
    detail:
      'Row {row} of “{file}” has {found} columns where the header has {expected}. Values may stand under the wrong heading. Mend the row; often a semicolon or a quotation mark is missing or one too many.',
  },
  'file-empty': {
    title: 'The file has no headings',
    detail: '“{file}” has no row of headings where it should be. Choose the right sheet and header row.',
  },
  'sheet-missing': {
    title: 'The sheet is not there',
    detail:
      'The sheet or table “{sheet}” is not in “{file}”. Choose again in the source’s settings, or rename it back in Excel.',
  },
  'survey-not-stored': {
    title: 'Survey answers can’t be uploaded',
    detail:
      'Survey answers are never stored in the app. Put the file in a document library in SharePoint, open only to those who may see the answers, and choose it there.',
  },
  'user-forbidden': {
    title: 'You have no access in SharePoint',
    detail:
      'You may not read “{list}” on the site “{site}”. Ask the site’s owner for read access, or let somebody who has it do this step.',
  },
  'consent-missing': {
    title: 'The app needs consent',
    detail:
      'The app may not read SharePoint for you yet. Ask IT to consent to the delegated permissions Sites.Read.All and Sites.Manage.All for the whole organisation in Microsoft Entra.',
  },
  'graph-unauthenticated': {
    title: 'Microsoft 365 did not accept the app’s sign-in',
    detail:
      'The app’s managed identity could not read “{list}”. Check the identity and its permission in Microsoft Entra.',
  },
  'graph-forbidden': {
    title: 'The app may not read the list',
    detail:
      'The app has no read permission on the site “{site}”. Grant it Sites.Selected with read on the site.',
  },
  'graph-throttled': {
    title: 'Microsoft 365 asks us to wait',
    detail: 'Too many reads at the moment. The computing is tried again by itself when the wait is over.',
  },
  'graph-unavailable': {
    title: 'Microsoft 365 does not answer',
    detail: 'The list “{list}” could not be read right now. Try again in a while.',
  },
  'graph-broken-answer': {
    title: 'Microsoft 365 gave a broken answer',
    detail:
      'The answer for the list “{list}” could not be read. Try again; if it happens again, check the list.',
  },
  'privacy-survey-changed': {
    title: 'The survey has changed since its result was shown',
    detail:
      'The answers in “{list}” differ from those behind an earlier result for {year} in a way that would let a reader who compares the two work out what individuals answered. The earlier result is therefore still shown. Restore the answers as they were when the survey closed, or refresh again once so many new answers have come in that nobody can be singled out.',
  },
  'privacy-units-changed': {
    title: 'The units have changed since the result was shown',
    detail:
      'Units with answers have been added, removed or moved since an earlier result for {year} was shown. Comparing the two results could reveal individual answers, so the earlier one is still shown. Keep the units of {year} as they were when the survey in “{list}” closed, and make the change from next year on.',
  },
  'privacy-refused': {
    title: 'The result would give individual answers away',
    detail:
      'The check of the computed result for {year} showed that answers in “{list}” could be worked out. It was not stored, and the earlier result is still shown. Raise the minimum group size in the method settings and refresh again, and tell whoever looks after the app.',
  },
  'target-refused': {
    title: 'The channel did not take the card',
    detail:
      '“{target}” did not take the card (it answered {status}). If it goes through a workflow: check that it is on and its address right.',
  },
  'target-gone': {
    title: 'The channel’s workflow is gone',
    detail: 'The workflow of “{target}” has been removed. Make a new one in Teams and save its address.',
  },
  'target-unauthorised': {
    title: "The channel's address is no longer valid",
    detail:
      'The workflow for “{target}” answered {status}: the key in the address is not accepted. Copy the address from the workflow in Teams again and save it.',
  },
  'target-throttled': {
    title: 'The channel asks us to wait',
    detail: '“{target}” takes no more cards at the moment. Try again later.',
  },
  'target-unavailable': {
    title: 'The channel could not be reached',
    detail: '“{target}” did not answer as it should ({status}). Look in the channel and try again.',
  },
  'card-too-large': {
    title: 'The card is too large',
    detail:
      'The card does not fit in a Teams message. Shorten the organisation’s name or contact whoever manages the app.',
  },
  'delivery-uncertain': {
    title: 'It is not known whether the card arrived',
    detail:
      'The card was sent to “{target}”, but no answer came. Look in the channel; it is not sent again by itself.',
  },
  'delivery-not-resendable': {
    title: "The card can't be sent again",
    detail: 'It is under way or has been taken already. Read the receipt again.',
  },
  'subject-not-found': {
    title: 'What the card is about does not exist',
    detail: '“{subject}” is not in the index of {year}. Choose something else in the subscription.',
  },
  'schedule-invalid': {
    title: 'The time can not be used',
    detail:
      'The schedule “{cron}” is not accepted. Write five fields (minute, hour, day, month, weekday) that come at most once an hour.',
  },
  'time-past': {
    title: 'The time has passed',
    detail:
      'The day and time have already been, so the card would never be sent. Choose a later time, or send the card at once under Channels.',
  },
  'person-needed': {
    title: 'The card needs somebody to post it',
    detail:
      'In “{target}” cards are posted by whoever is signed in, there and then. Post it yourself under Channels, or choose a channel with a workflow for what is to go by itself.',
  },
  'post-consent-missing': {
    title: 'The app may not post as you yet',
    detail:
      'The permission ChannelMessage.Send (delegated) has not been approved. Ask IT to approve it in Microsoft Entra, for instance with Azure CLI: az ad app permission admin-consent --id {appId}',
  },
  'channel-link-invalid': {
    title: 'The link does not lead to a channel',
    detail:
      'Choose Get link to channel in the channel’s menu in Teams and paste it. It begins with https://teams.microsoft.com/l/channel/.',
  },
  'channel-gone': {
    title: 'The channel does not exist',
    detail: 'Teams does not find the channel of “{target}”. Get the link to the channel again and save it.',
  },
  'channel-forbidden': {
    title: 'You may not post in the channel',
    detail:
      'Teams did not let you post in “{target}”. You must be a member of the team, and the channel must be open for posts.',
  },
  'app-not-installed': {
    title: 'The person gets no notices yet',
    detail:
      'Teams did not let us notify “{target}”. The person must have the app installed for themselves: Apps, Digitalisation index, Add. IT can install it for many in the Teams admin centre.',
  },
  'person-not-found': {
    title: 'The person is not in the directory',
    detail: 'Teams finds nobody with the user name that stands for “{target}”. Correct it under Channels.',
  },
  'storage-unavailable': {
    title: 'The storage does not answer',
    detail: 'Try again in a while. Nothing has been lost.',
  },
  internal: {
    title: 'Something went wrong on our side',
    detail: 'Try again. If it happens again, give the correlation id to whoever manages the app.',
  },
};
