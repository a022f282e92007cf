using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Ports;
using Workflows.Reviews.Scanning;
using Workflows.Web.Api.Documents;

namespace Workflows.Web.Api.Problems;

/// <summary>
/// Turns whatever stops a request into a problem document, and a bare error status too: nobody is shown an exception, and
/// no error comes without its rule.
/// </summary>
internal sealed class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> log)
{
    private const int ClientClosedRequest = 499;

    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
            if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null })
            {
                await ProblemWriter.WriteAsync(http, ProblemWriter.OfStatus(http.Response.StatusCode));
            }
        }
        catch (Exception stopped) when (http.RequestAborted.IsCancellationRequested && stopped is OperationCanceledException or IOException)
        {
            // Whoever asked went away; there is nobody to answer.
            http.Response.StatusCode = http.Response.HasStarted ? http.Response.StatusCode : ClientClosedRequest;
        }
        catch (Exception problem) when (!http.Response.HasStarted)
        {
            http.Response.Clear();
            await ProblemWriter.WriteAsync(http, Of(http, problem));
        }
    }

    private Problem Of(HttpContext http, Exception exception)
    {
        switch (exception)
        {
            case ProblemException known:
                return known.Problem;
            case InvalidCursorException:
                return Problem.Invalid("cursor", exception.Message);
            case DocumentTooLargeException:
                return Problem.DocumentTooLarge;
            case DocumentNotCleanException:
                return UploadContent.NotClean;
            case ScannerUnavailableException:
                return new Problem(
                    StatusCodes.Status503ServiceUnavailable, "scanner-available", "Documents cannot be taken now",
                    "The malware scanner cannot be used now, so no document is taken. Nothing was kept. Try again in a while; if it stays so, tell the service's administrator.")
                { RetryAfter = 30 };
            case EntryTooLargeException:
                return new Problem(StatusCodes.Status413PayloadTooLarge, "entry-size", "Too large", exception.Message);
            case BadHttpRequestException bad:
                return ProblemWriter.OfStatus(bad.StatusCode);
            case JournalDamagedException or DefinitionMissingException or WordsKeyMissingException:
                WebLog.NeedsAttention(log, exception);
                return new Problem(
                    StatusCodes.Status503ServiceUnavailable, "review-is-sound", "This review must be looked at",
                    "The record of this review cannot be used as it stands, so nothing can be done in it. Tell the service's administrator.");
            case StoreBusyException:
                return new Problem(
                    StatusCodes.Status503ServiceUnavailable, "store-busy", "Busy", exception.Message) { RetryAfter = 1 };
            case StoreUnavailableException or IOException or TimeoutException:
                WebLog.Unavailable(log, exception);
                return new Problem(
                    StatusCodes.Status503ServiceUnavailable, "store-available", "Not available now",
                    "The records cannot be read or written now. Try again with the same Idempotency-Key.") { RetryAfter = 5 };
            default:
                WebLog.Unexpected(log, http.Request.Method, RouteNames.Of(http), exception!);
                return new Problem(
                    StatusCodes.Status500InternalServerError, "unexpected", "Something went wrong",
                    "That is a fault of this service, and it has been recorded. Try again with the same Idempotency-Key.");
        }
    }
}
