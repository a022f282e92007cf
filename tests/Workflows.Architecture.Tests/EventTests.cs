using System.Reflection;
using System.Text.Json.Serialization;
using Workflows.Process.Journal;

namespace Workflows.Architecture.Tests;

public sealed class EventTests
{
    private static IEnumerable<Type> Events =>
        typeof(ReviewEvent).Assembly.GetTypes().Where(type => type != typeof(ReviewEvent) && typeof(ReviewEvent).IsAssignableFrom(type));

    [Fact]
    public void Every_event_is_a_sealed_record()
    {
        Assert.True(Events.Count() > 20);
        Offenders.None(Events.Where(type => !type.IsSealed || type.GetMethod("<Clone>$") is null).Select(type => type.Name));
    }

    [Fact]
    public void No_event_can_be_changed_after_it_was_made() => Offenders.None(
        from type in Events
        from property in type.GetProperties()
        where property.SetMethod is { } set
            && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit))
        select $"{type.Name}.{property.Name}");

    [Fact]
    public void Every_event_has_its_own_name_in_the_journal()
    {
        var named = typeof(ReviewEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().ToArray();
        Assert.Equal(Events.OrderBy(type => type.Name), named.Select(each => each.DerivedType).OrderBy(type => type.Name));
        Assert.Equal(named.Length, named.Select(each => each.TypeDiscriminator).Distinct().Count());
    }
}
