using Azure;
using Azure.Identity;
using Workflows.Reviews.Ports;

namespace Workflows.AzureStorage;

/// <summary>Tells faults of storage apart: passing ones, refusals, and answers that mean something.</summary>
internal static class StorageFault
{
    /// <summary>Whether this fault says nothing about what became of the call, and may pass.</summary>
    public static bool IsPassing(Exception fault, CancellationToken stop) => fault switch
    {
        OperationCanceledException => !stop.IsCancellationRequested,
        RequestFailedException failed => failed.Status is 0 or 408 or 429 or >= 500,
        AggregateException several => several.InnerExceptions.All(inner => IsPassing(inner, stop)),
        IOException or HttpRequestException or TimeoutException => true,
        _ => false,
    };

    /// <summary>Runs a piece of work with storage, so that a passing fault or a refusal comes out in plain words.</summary>
    public static async Task<T> GuardAsync<T>(Func<Task<T>> work, CancellationToken stop)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (Explain(e, stop) is { } words)
        {
            throw new StoreUnavailableException(words, e);
        }
    }

    /// <inheritdoc cref="GuardAsync{T}"/>
    public static Task GuardAsync(Func<Task> work, CancellationToken stop) => GuardAsync(
        async () =>
        {
            await work();
            return true;
        },
        stop);

    /// <summary>What is wrong, in plain words, or null where the fault is none of storage's.</summary>
    public static string? Explain(Exception fault, CancellationToken stop) => fault switch
    {
        RequestFailedException { Status: 401 or 403, ErrorCode: var code } =>
            $"The storage account refuses this program ({code ?? "no reason given"}): give its identity the role "
            + "Storage Blob Data Contributor on the account, and let the network through.",
        RequestFailedException { Status: 404, ErrorCode: "ContainerNotFound" } =>
            "A container is missing in the storage account: lay out the account as docs/azure-storage.md says.",
        AuthenticationFailedException =>
            "This program could not sign in to the storage account: see that its managed identity exists and is the one named "
            + "in the settings.",
        _ when IsPassing(fault, stop) => "The storage account does not answer. Nothing is lost; try again in a while.",
        RequestFailedException { Status: var status, ErrorCode: var code } =>
            $"The storage account refuses a call ({status} {code ?? "no reason given"}): see that the account is laid out as "
            + "docs/azure-storage.md says.",
        _ => null,
    };
}
