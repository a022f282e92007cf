using Microsoft.AspNetCore.Http.Features;

namespace Workflows.Cloud.Door;

/// <summary>
/// What of a request goes through the door: the request's own features, and no others. With the host's service-provider,
/// routing, endpoint or authentication features the host's container would answer in place of the application's own.
/// </summary>
internal static class DoorFeatures
{
    public static IFeatureCollection Of(IFeatureCollection host)
    {
        var own = new FeatureCollection();
        Copy<IHttpRequestFeature>(host, own);
        Copy<IHttpRequestIdentifierFeature>(host, own);
        Copy<IHttpRequestLifetimeFeature>(host, own);
        Copy<IHttpRequestBodyDetectionFeature>(host, own);
        Copy<IRequestBodyPipeFeature>(host, own);
        Copy<IHttpMaxRequestBodySizeFeature>(host, own);
        Copy<IHttpBodyControlFeature>(host, own);
        Copy<IHttpConnectionFeature>(host, own);
        Copy<IHttpResponseFeature>(host, own);
        Copy<IHttpResponseBodyFeature>(host, own);
        return own;
    }

    private static void Copy<TFeature>(IFeatureCollection from, FeatureCollection to)
    {
        if (from.Get<TFeature>() is { } feature)
        {
            to.Set(feature);
        }
    }
}
