using System.Text;
using Workflows.Reviews.Directory;

namespace Workflows.Reviews.Tests.Directory;

public class DirectoryReaderTests
{
    [Theory]
    [InlineData("user: eve", "user: Eve", 31, "is no identifier of a person")]
    [InlineData("user: eve", "user: ann", 31, "stands here a second time")]
    [InlineData("user: eve", "user: engine", 31, "cannot be called 'engine'")]
    [InlineData("user: eve", "user: panel", 31, "cannot be called 'panel'")]
    [InlineData("user: eve", "user: agency-lead", 31, "cannot be called 'agency-lead'")]
    [InlineData("email: eve@south.example", "email: eve", 31, "is no email address")]
    [InlineData("email: eve@south.example", "email: \"a@b.example,c@d.example\"", 31, "is no email address")]
    [InlineData("email: eve@south.example", "email: \"Eve <eve@south.example>\"", 31, "is no email address")]
    [InlineData("email: eve@south.example", "email: \"eve@south.example\\nBcc: x@y.example\"", 31, "is no email address")]
    [InlineData("roles: [business-manager] }", "roles: [Business manager] }", 31, "is no identifier of a role")]
    [InlineData("name: Eve, ", "", 31, "has no 'name'")]
    [InlineData("name: Eve, ", "name: Eve, telephone: 1, ", 31, "'telephone'")]
    [InlineData("deputies: [ann]", "deputies: [zoe]", 23, "There is no person 'zoe'")]
    [InlineData("deputies: [ann]", "deputies: [bob]", 23, "cannot be their own deputy")]
    [InlineData("deputies: [ann]", "deputies: [eve]", 23, "'eve' works elsewhere")]
    [InlineData("alsoIn: [south]", "alsoIn: [east]", 26, "There is no other partnership 'east'")]
    [InlineData("to: 2026-08-14", "to: 2026-08-02", 17, "ends before it begins")]
    [InlineData("to: 2026-08-14", "to: 2026-02-30", 17, "cannot be '2026-02-30'")]
    [InlineData("name: South", "name: South\n  - id: south\n    name: Again", 30, "stands here a second time")]
    [InlineData("id: north", "id: North", 6, "is no identifier of a partnership")]
    [InlineData("escalation: confirm", "escalation: never", 8, "cannot be 'never'")]
    [InlineData("rapidReviewClock: authorityAware", "rapidReviewClock: [a]", 9, "is no setting")]
    [InlineData("post@panel.example", "post@panel", 2, "is no email address")]
    [InlineData("roles: [panel-officer]", "roles: [panel]", 1, "is the name of a body and of a role")]
    public void What_is_wrong_is_named_with_its_line_and_a_remedy(string old, string with, int line, string what)
    {
        var reading = DirectoryReader.Read(Samples.But(old, with), "directory.yaml");
        Assert.False(reading.IsUsable);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(("directory.yaml", line), (problem.File, problem.Line));
        Assert.Contains(what, problem.What, StringComparison.Ordinal);
        Assert.EndsWith(".", problem.Remedy, StringComparison.Ordinal);
        Assert.Equal($"directory.yaml:{line}: {problem.What} {problem.Remedy}", problem.ToString());
    }

    [Fact]
    public void All_problems_are_named_at_once_in_the_order_of_the_file()
    {
        var text = Samples.But("user: eve", "user: EVE").Replace("deputies: [ann]", "deputies: [zoe]", StringComparison.Ordinal)
            .Replace("officer@panel.example", "officer", StringComparison.Ordinal);
        Assert.Equal([4, 23, 31], DirectoryReader.Read(text, "x").Problems.Select(problem => problem.Line));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("- 1", "no mapping")]
    [InlineData("bodies: {}", "'partnerships'")]
    [InlineData("partnerships: [", "not YAML")]
    [InlineData("partnerships: [{id: a, name: A}]\n---\na: 1", "second document")]
    [InlineData("partnerships: &x [{id: a, name: A}]", "anchor or alias")]
    public void A_file_of_another_shape_is_refused(string text, string what) =>
        Assert.Contains(DirectoryReader.Read(text, "x").Problems, problem => problem.What.Contains(what, StringComparison.Ordinal));

    [Fact]
    public void Limits_on_size_and_number_hold()
    {
        var large = "# " + new string('x', DirectoryReader.MaximumBytes);
        Assert.Contains("larger than", Assert.Single(DirectoryReader.Read(large, "x").Problems).What, StringComparison.Ordinal);

        var many = new StringBuilder("partnerships:\n");
        for (var at = 0; at <= DirectoryReader.MaximumPartnerships; at++)
        {
            many.Append($"- {{ id: p{at}, name: P }}\n");
        }

        Assert.Contains("more than 2000", Assert.Single(DirectoryReader.Read(many.ToString(), "x").Problems).What, StringComparison.Ordinal);
    }

    [Fact]
    public void More_people_than_the_limit_are_refused()
    {
        var text = new StringBuilder("partnerships:\n- { id: p, name: P }\npeople:\n");
        for (var at = 0; at <= DirectoryReader.MaximumPeople; at++)
        {
            text.Append($"- {{user: u{at},name: N,email: a@b.c,roles: [r]}}\n");
        }

        Assert.True(Encoding.UTF8.GetByteCount(text.ToString()) < DirectoryReader.MaximumBytes);
        Assert.Contains(DirectoryReader.Read(text.ToString(), "x").Problems, problem => problem.What.Contains("more than 20000", StringComparison.Ordinal));
    }
}
