extension microsoftGraph

@description('Names the registration for this deployment; the same name is the same registration.')
param uniqueName string
param displayName string
param host string

@description('Empty the first time: the application id URI and the Teams clients come with the second.')
param clientId string

@description('Object id of the managed identity.')
param principalId string

@description('Whether SharePoint may be asked to tell of changes in lists.')
param listNotifications bool

var graphAppId = '00000003-0000-0000-c000-000000000000'
var scopeId = guid(uniqueName, 'access_as_user')

// Sites.Selected, application: reads only sites that an administrator has granted.
var sitesSelectedRole = '883ea226-0bf2-4a8f-9f9d-92c9162a727d'

// Sites.ReadWrite.All, application: Microsoft documents no smaller permission for change notifications of a list. It reaches
// every site, so it is given only where the municipality has chosen it.
var sitesReadWriteRole = '9492366f-7969-46a4-8d15-ed1a20078fff'

// Delegated, used on behalf of the administrator who signs in: they see what they may see. Sites.Manage.All makes the
// lists that the guided set-up offers, and ChannelMessage.Send posts a card in a channel in their name; without consent to
// one of these everything else works.
var delegatedPermissions = {
  'User.Read': 'e1fe6dd8-ba31-4d61-89e7-88639da4683d'
  'Sites.Read.All': '205e70e5-aba6-4c52-a976-6d2d46c48043'
  'Sites.Manage.All': '65e50fdc-43b7-4915-933e-e8138f11f40a'
  'ChannelMessage.Send': 'ebf0f66e-9fb1-49e4-a278-222f76911cf4'
}
var teamsClients = {
  desktopAndMobile: '1fec8e78-bce4-4aaf-ab1b-5451cc387264'
  web: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'
}

resource application 'Microsoft.Graph/applications@v1.0' = {
  uniqueName: uniqueName
  displayName: displayName
  signInAudience: 'AzureADMyOrg'
  identifierUris: empty(clientId) ? [] : ['api://${host}/${clientId}']
  api: {
    requestedAccessTokenVersion: 2
    oauth2PermissionScopes: [
      {
        id: scopeId
        value: 'access_as_user'
        type: 'User'
        isEnabled: true
        adminConsentDisplayName: 'Läsa digitaliseringsindexet som den inloggade'
        adminConsentDescription: 'Låter Teams hämta digitaliseringsindexet för den som är inloggad.'
        userConsentDisplayName: 'Läsa digitaliseringsindexet som du'
        userConsentDescription: 'Låter Teams hämta digitaliseringsindexet åt dig.'
      }
    ]
    preAuthorizedApplications: empty(clientId)
      ? []
      : map(items(teamsClients), client => { appId: client.value, delegatedPermissionIds: [scopeId] })
  }
  appRoles: [
    {
      id: guid(uniqueName, 'Index.Manager')
      value: 'Index.Manager'
      displayName: 'Chef'
      description: 'Ser enheternas tabeller när inställningen begränsar dem till chefer.'
      allowedMemberTypes: ['User']
      isEnabled: true
    }
    {
      id: guid(uniqueName, 'Index.Admin')
      value: 'Index.Admin'
      displayName: 'Administratör'
      description: 'Kopplar källor, ändrar inställningar, fastställer och postar.'
      allowedMemberTypes: ['User']
      isEnabled: true
    }
  ]
  requiredResourceAccess: [
    {
      resourceAppId: graphAppId
      resourceAccess: map(items(delegatedPermissions), permission => { id: permission.value, type: 'Scope' })
    }
  ]

  // The function app proves that it is this application by its managed identity: no secret, no certificate.
  resource credential 'federatedIdentityCredentials@v1.0' = {
    name: '${uniqueName}/function-app'
    audiences: ['api://AzureADTokenExchange']
    issuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
    subject: principalId
    description: 'Funktionsappens hanterade identitet'
  }
}

resource servicePrincipal 'Microsoft.Graph/servicePrincipals@v1.0' = {
  appId: application.appId
}

resource graph 'Microsoft.Graph/servicePrincipals@v1.0' existing = {
  appId: graphAppId
}

resource readGrantedSites 'Microsoft.Graph/appRoleAssignedTo@v1.0' = {
  appRoleId: sitesSelectedRole
  principalId: principalId
  resourceId: graph.id
}

resource askForNotifications 'Microsoft.Graph/appRoleAssignedTo@v1.0' = if (listNotifications) {
  appRoleId: sitesReadWriteRole
  principalId: principalId
  resourceId: graph.id
}

output clientId string = application.appId
output servicePrincipalId string = servicePrincipal.id
