using Microsoft.AspNetCore.Http;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Keeping;

namespace Workflows.Web.Api.Keeping;

/// <summary>Sends what a review holds as a ZIP file.</summary>
internal static class DisclosureAnswer
{
    public static async Task WriteAsync(HttpContext http, ReviewFile file, RecordExport export)
    {
        http.Response.ContentType = "application/zip";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"record-{file.Id}.zip\"";

        // The archive writer ends each entry with synchronous writes, which the server does not take.
        await using var spool = HeldOnDisk.Create();
        await export.WriteAsync(file, spool, http.RequestAborted);
        spool.Position = 0;
        await spool.CopyToAsync(http.Response.Body, http.RequestAborted);
    }
}
