using '../main.bicep'

param environmentName = 'ekviken-test'
param location = 'swedencentral'
param organisationName = 'Ekvikens kommun (test)'
param maximumInstances = 40
param logRetentionDays = 30
