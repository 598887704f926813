targetScope = 'subscription'

@description('Name of the environment, for instance ekviken-prod. Names everything that is created.')
@minLength(1)
@maxLength(40)
param environmentName string

@description('Azure region. Flex Consumption must be offered there.')
@minLength(1)
param location string = 'swedencentral'

@description('Name of the municipality, for the app registration.')
@minLength(1)
param organisationName string

@description('Who is told when something is wrong. Empty: alerts are seen in the portal only.')
param alertEmail string = ''

@description('Directory ids that may use the app, with commas between. Empty: the directory it is deployed in.')
param allowedTenants string = ''

@description('A host name of your own that points to the function app. Empty: the name that Azure gives.')
param customHost string = ''

@description('Client id from an earlier deployment; keeps its application id URI in place while deploying again.')
param knownClientId string = ''

@description('Id of the Teams app. Empty: one is derived, the same at every deployment of this environment.')
param teamsAppId string = ''

@description('True: SharePoint tells the app when a list changes, for which Microsoft asks Sites.ReadWrite.All, on all sites.')
param listNotifications bool = false

@description('False: nothing is sent to Application Insights and none is created, so there are no alerts either.')
param telemetry bool = true

@description('Instances that are always warm. 0: none; the first opening after a rest takes about two seconds longer.')
@minValue(0)
@maxValue(10)
param alwaysReadyInstances int = 0

@description('Most instances at once; also the ceiling of cost. Flex Consumption has taken no lower ceiling than 40.')
@minValue(40)
@maxValue(1000)
param maximumInstances int = 40

@description('Days that logs are kept.')
@allowed([30, 60, 90, 180, 365])
param logRetentionDays int = 30

var token = uniqueString(subscription().id, environmentName, location)
var tags = { 'azd-env-name': environmentName }
var functionAppName = 'func-index-${token}'
var host = empty(customHost) ? '${functionAppName}.azurewebsites.net' : customHost

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    name: 'id-index-${token}'
    location: location
    tags: tags
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  scope: group
  params: {
    name: 'stindex${token}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  scope: group
  params: {
    name: 'kv-${token}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
  }
}

module monitoring 'modules/monitoring.bicep' = if (telemetry) {
  name: 'monitoring'
  scope: group
  params: {
    name: 'index-${token}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
    retentionDays: logRetentionDays
  }
}

// Twice: an application id URI holds the client id, which is known only when the registration is there, and a client can be
// pre-authorised only for a scope that is there. The second writes over the first by its unique name.
module registration 'modules/registration.bicep' = {
  name: 'registration'
  scope: group
  params: {
    uniqueName: 'digitaliseringsindex-${token}'
    displayName: 'Digitaliseringsindex ${organisationName}'
    host: host
    clientId: knownClientId
    principalId: identity.outputs.principalId
    listNotifications: listNotifications
  }
}

module registrationUri 'modules/registration.bicep' = {
  name: 'registration-uri'
  scope: group
  params: {
    uniqueName: 'digitaliseringsindex-${token}'
    displayName: 'Digitaliseringsindex ${organisationName}'
    host: host
    clientId: registration.outputs.clientId
    principalId: identity.outputs.principalId
    listNotifications: listNotifications
  }
}

module functions 'modules/functions.bicep' = {
  name: 'functions'
  scope: group
  params: {
    name: functionAppName
    planName: 'plan-index-${token}'
    location: location
    tags: tags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    storageName: storage.outputs.name
    deploymentContainer: storage.outputs.deploymentContainer
    keyVaultUrl: vault.outputs.url
    insightsConnectionString: telemetry ? monitoring!.outputs.connectionString : ''
    allowedTenants: empty(allowedTenants) ? tenant().tenantId : allowedTenants
    clientId: registrationUri.outputs.clientId
    host: host
    teamsAppId: empty(teamsAppId) ? guid(subscription().id, environmentName, 'teams-app') : teamsAppId
    alwaysReadyInstances: alwaysReadyInstances
    maximumInstances: maximumInstances
  }
}

module alerts 'modules/alerts.bicep' = if (telemetry) {
  name: 'alerts'
  scope: group
  params: {
    location: location
    tags: tags
    insightsId: monitoring!.outputs.id
    email: alertEmail
  }
}

@description('What npm run package -- --azd and npm run doctor read.')
output API_CLIENT_ID string = registrationUri.outputs.clientId
output TAB_HOST string = host
output TEAMS_APP_ID string = empty(teamsAppId) ? guid(subscription().id, environmentName, 'teams-app') : teamsAppId
output MANAGED_IDENTITY_PRINCIPAL_ID string = identity.outputs.principalId
output MANAGED_IDENTITY_CLIENT_ID string = identity.outputs.clientId
output STORAGE_ACCOUNT string = storage.outputs.name
output KEY_VAULT_URL string = vault.outputs.url
output AZURE_RESOURCE_GROUP string = group.name
