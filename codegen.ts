import type { CodegenConfig } from '@graphql-codegen/cli';

/** SDL in, resolver types out. The output is committed; a law test fails when it no longer matches the schema. */
const config: CodegenConfig = {
  schema: 'schema/*.graphql',
  generates: {
    'src/graphql/generated.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        contextType: './context.ts#RequestContext',
        enumsAsTypes: true,
        useTypeImports: true,
        immutableTypes: true,
        // An input with a default value always has one by the time a resolver sees it.
        avoidOptionals: { defaultValue: true },
        maybeValue: 'T | null',
        inputMaybeValue: 'T | null | undefined',
        scalars: {
          ID: 'string',
          Date: { input: 'string', output: 'string' },
          DateTime: { input: 'Date', output: 'Date' },
          JSONObject: { input: 'Record<string, unknown>', output: 'Record<string, unknown>' },
        },
        mappers: {
          Account: '../features/accounts/index.ts#Account as AccountModel',
          ApiKey: '../features/workspaces/index.ts#ApiKey as ApiKeyModel',
          AuditEvent: '../features/workspaces/index.ts#AuditEvent as AuditEventModel',
          SavedView: '../features/accounts/index.ts#SavedView as SavedViewModel',
          AccountActivity: '../features/accounts/index.ts#AccountActivity as AccountActivityModel',
          Banner: '../features/sources/index.ts#Banner as BannerModel',
          CustomApi: '../features/sources/index.ts#CustomApi as CustomApiModel',
          SyncRun: '../features/sources/index.ts#SyncRun as SyncRunModel',
          Evaluation: '../features/workspaces/index.ts#Evaluation as EvaluationModel',
          EvaluationOutcome: '../features/workspaces/index.ts#EvaluationOutcome as EvaluationOutcomeModel',
          Workspace: '../features/workspaces/index.ts#Workspace as WorkspaceModel',
          WebhookDelivery: '../features/webhooks/index.ts#WebhookDelivery as WebhookDeliveryModel',
          WebhookEndpoint: '../features/webhooks/index.ts#WebhookEndpoint as WebhookEndpointModel',
          WebhookEvent: '../features/webhooks/index.ts#WebhookEvent as WebhookEventModel',
          WebhookAttempt: '../features/webhooks/index.ts#Attempt as WebhookAttemptModel',
          HealthBacktest: '../features/health/index.ts#Backtest as BacktestModel',
          HealthModel: '../features/health/index.ts#ModelVersionOrTried as HealthModelModel',
          HealthSegment: '../features/health/index.ts#Segment as SegmentModel',
          HealthMover: '../features/health/index.ts#Mover as MoverModel',
          AccountUsage: '../features/usage/index.ts#AccountUsage as AccountUsageModel',
          PreviewRow: '../features/sources/index.ts#PreviewedRow as PreviewedRowModel',
          Mapping: '../features/sources/index.ts#Mapping as MappingModel',
          Paging: '../features/sources/index.ts#Paging as PagingModel',
          MappingPreview: '../features/sources/index.ts#MappingPreview as MappingPreviewModel',
          ConnectionTest: '../features/sources/index.ts#ConnectionTest as ConnectionTestModel',
          AccountSuggestion: '../features/usage/index.ts#Suggestion as SuggestionModel',
          ExternalAccount: '../features/usage/index.ts#ExternalAccount as ExternalAccountModel',
          UnmatchedAccount: '../features/usage/index.ts#UnmatchedAccount as UnmatchedAccountModel',
          RecentUsage: '../features/usage/index.ts#RecentUsage as RecentUsageModel',
          MetricUsage: '../features/usage/index.ts#MetricUsage as MetricUsageModel',
          UsageBaseline: '../features/usage/index.ts#UsageBaseline as UsageBaselineModel',
          AccountConnection: './connection.ts#AccountConnection as AccountConnectionModel',
          AuditEventConnection: './connection.ts#AuditEventConnection as AuditEventConnectionModel',
          UnmatchedAccountConnection: './connection.ts#UnmatchedAccountConnection as UnmatchedAccountConnectionModel',
        },
      },
    },
  },
};

export default config;
