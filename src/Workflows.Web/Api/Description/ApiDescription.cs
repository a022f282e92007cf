using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Documents;
using Workflows.Web.Api.Input;
using Workflows.Web.Api.Problems;

namespace Workflows.Web.Api.Description;

/// <summary>What the OpenAPI document says beyond the addresses themselves: sign-in, problems, headers, raw bodies.</summary>
internal static class ApiDescription
{
    private const string Bearer = "bearer";
    private const string ProblemName = "Problem";

    public static void Set(OpenApiOptions options)
    {
        options.CreateSchemaReferenceId = NameOf;
        options.AddSchemaTransformer(DescribeInstant);
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Reviews of serious child safeguarding cases";
            document.Info.Version = "v1";
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(async (operation, context, stop) =>
        {
            var marks = context.Description.ActionDescriptor.EndpointMetadata;
            if (marks.OfType<AccessMark>().Any(mark => mark.Rule != AccessRule.Anybody))
            {
                operation.Security = [new() { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];
            }

            if (context.Description.HttpMethod is "POST" or "PUT")
            {
                AddHeader(operation, CommandKeys.Header, "Makes repeating safe: the same key and content are done once.");
                AddHeader(operation, "If-Match", "The ETag of the review that the command was decided on.");
            }

            DescribeBytes(operation, marks);
            await AddProblemAsync(operation, context, stop);
        });
    }

    private static void AddHeader(OpenApiOperation operation, string name, string description) =>
        (operation.Parameters ??= []).Add(new OpenApiParameter
        {
            Name = name,
            In = ParameterLocation.Header,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });

    private static void DescribeBytes(OpenApiOperation operation, IList<object> marks)
    {
        if (marks.OfType<RawBody>().FirstOrDefault() is not { } raw)
        {
            return;
        }

        var content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/octet-stream"] = new OpenApiMediaType
            {
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
            },
        };
        if (raw.Takes)
        {
            operation.RequestBody = new OpenApiRequestBody { Required = true, Content = content };
            AddHeader(operation, "Content-Disposition", "Names the file: attachment; filename=\"report.pdf\".");
        }
        else
        {
            operation.Responses ??= [];
            operation.Responses["200"] = new OpenApiResponse { Description = "The document.", Content = content };
        }
    }

    private static async Task AddProblemAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken stop)
    {
        var document = context.Document ?? throw new InvalidOperationException("An operation is described outside a document.");
        if (document.Components?.Schemas?.ContainsKey(ProblemName) != true)
        {
            document.AddComponent(ProblemName, await context.GetOrCreateSchemaAsync(typeof(ProblemBody), parameterDescription: null, stop));
        }

        operation.Responses ??= [];
        operation.Responses["default"] = new OpenApiResponse
        {
            Description = "A problem: what is wrong, and which rule says so.",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [ProblemWriter.MediaType] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(ProblemName, document) },
            },
        };
    }

    // What is sent is called a body here, and by its own name there.
    private static string? NameOf(JsonTypeInfo type)
    {
        var usual = OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        return usual is not null && usual.EndsWith("Body", StringComparison.Ordinal) ? usual[..^"Body".Length] : usual;
    }

    private static Task DescribeInstant(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken stop)
    {
        var type = context.JsonTypeInfo.Type;
        if (type == typeof(DateTimeOffset))
        {
            schema.Type = JsonSchemaType.String;
        }
        else if (type == typeof(DateTimeOffset?))
        {
            schema.Type = JsonSchemaType.String | JsonSchemaType.Null;
        }

        return Task.CompletedTask;
    }
}
