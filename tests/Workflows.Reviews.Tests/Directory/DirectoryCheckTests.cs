using Workflows.Process.Definitions;
using Workflows.Reviews.Directory;

namespace Workflows.Reviews.Tests.Directory;

public class DirectoryCheckTests
{
    [Fact]
    public void What_the_definitions_need_and_the_directory_lacks_is_told()
    {
        var text = Samples.But("rapidReviewClock: authorityAware", "rapidReviewClock: yesterday, colour: green")
            .Replace("user: eve", "user: ofsted", StringComparison.Ordinal);
        var told = DirectoryCheck.Against(Samples.Read(text), ProcessCatalogue.Shipped);

        Assert.Contains(told, each => each.StartsWith("The directory has no address of the body 'ofsted'", StringComparison.Ordinal));
        Assert.Contains(told, each => each.StartsWith("north: nobody holds the role 'lead-reviewer'", StringComparison.Ordinal));
        Assert.Contains(told, each => each.StartsWith("south: nobody holds the role 'authority-partner'", StringComparison.Ordinal));
        Assert.Contains(told, each => each.StartsWith("The user 'ofsted' is called like a role", StringComparison.Ordinal));
        Assert.Contains("north: no definition has a setting 'colour'. Remove it.", told);
        Assert.Contains(told, each => each.Contains("of lcspr@2026.1 has no option 'yesterday'. Choose one of: notified,", StringComparison.Ordinal));
        Assert.DoesNotContain(told, each => each.Contains("'panel-officer'", StringComparison.Ordinal));
        Assert.DoesNotContain(told, each => each.StartsWith("south: nobody holds the role 'police-partner'", StringComparison.Ordinal));
        Assert.DoesNotContain(told, each => each.Contains("'signOffQuorum'", StringComparison.Ordinal));
    }
}
