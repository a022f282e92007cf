using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Workflows.Pages.Tests.Support;

namespace Workflows.Pages.Tests.Attacks;

/// <summary>Forms that hold more, or other things, than their page put into them.</summary>
public sealed class FormAttackTests
{
    [Fact]
    public async Task Fields_that_a_form_does_not_have_set_nothing()
    {
        await using var service = await PageService.StartAsync();
        var manager = await service.AsAsync("business-manager");
        var review = await service.OpenReviewAsync(manager);
        await manager.GoAsync($"{review}/do/notification");
        var form = manager.Form();
        form.FillIn(service.Today);
        foreach (var (name, value) in new[] { ("user", "authority"), ("by", "authority"), ("roles", "authority-partner"), ("partnership", "mossdale"), ("state", "closed"), ("stage", "follow-up"), ("version", "99"), ("facts.harm", "died"), ("outcome", "withdraw") })
        {
            form.Add(name, value);
        }

        await manager.SubmitAsync(form);

        var after = await service.Service.As("manager").GetFromJsonAsync<JsonElement>($"/api{review}");
        Assert.Equal(("open", "fernshire"), (after.GetProperty("state").GetString(), after.GetProperty("partnership").GetString()));
        var journal = (await service.Service.As("manager").GetStringAsync($"/api{review}/journal")).Split('\n');
        var done = Assert.Single(journal, line => line.Contains("\"taskCompleted\"", StringComparison.Ordinal));
        Assert.Contains("\"manager\"", done, StringComparison.Ordinal);
        Assert.DoesNotContain("authority", done, StringComparison.Ordinal);
        Assert.DoesNotContain("died", done, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_made_for_one_person_is_not_taken_from_another()
    {
        await using var service = await PageService.StartAsync();
        var manager = await service.AsAsync("business-manager");
        var review = await service.OpenReviewAsync(manager);
        await manager.GoAsync($"{review}/withdraw");
        var stolen = manager.Form();
        stolen["reason"] = "Not ours";
        var other = await service.AsAsync("authority-partner");
        await other.GoAsync($"{review}/withdraw");

        await other.SendAsync($"{review}/withdraw", stolen);

        Assert.Equal(HttpStatusCode.BadRequest, other.Answer.StatusCode);
        Assert.Equal("The form could not be taken", other.Heading);
    }

    [Fact]
    public async Task A_form_for_one_review_does_not_reach_another_partnerships()
    {
        await using var service = await PageService.StartAsync();
        var manager = await service.AsAsync("business-manager");
        var review = await service.OpenReviewAsync(manager);
        var other = service.Browser();
        await other.SignInAsync("other.manager");
        var theirs = await service.OpenReviewAsync(other);
        foreach (var path in new[] { "withdraw", "do/notification", "answers/awareOn", "deadlines/notification/delay", "links", "migration", "recommendations/new", "quality/markers/referral" })
        {
            await other.GoAsync($"{theirs}/withdraw");
            var form = other.Form();
            form["reason"] = "Mine now";
            await other.SendAsync($"{review}/{path}", form);
            Assert.True(other.Answer.StatusCode == HttpStatusCode.NotFound, $"{path}: {other.Answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", 6 * 1024 * 1024)]
    [InlineData("multipart/form-data", 100)]
    [InlineData("multipart/form-data; boundary=", 100)]
    [InlineData("multipart/form-data; boundary=x", 2 * 1024 * 1024)]
    [InlineData("application/json", 100)]
    [InlineData("text/xml", 100)]
    public async Task A_body_that_is_no_form_or_too_large_a_one_is_refused_and_is_no_fault(string type, int size)
    {
        await using var service = await PageService.StartAsync();
        var manager = await service.AsAsync("business-manager");
        var review = await service.OpenReviewAsync(manager);
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(new string('a', size)));
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        using var answer = await service.Service.WithCookie("manager").PostAsync($"{review}/withdraw", content);

        Assert.True((int)answer.StatusCode is 400 or 413 or 415, $"{answer.StatusCode}");
    }

    [Fact]
    public async Task A_form_of_very_many_fields_is_refused()
    {
        await using var service = await PageService.StartAsync();
        var manager = await service.AsAsync("business-manager");
        var review = await service.OpenReviewAsync(manager);
        using var content = new StringContent(string.Join('&', Enumerable.Range(0, 20_000).Select(at => $"f{at}=1")), Encoding.UTF8, "application/x-www-form-urlencoded");

        using var answer = await service.Service.WithCookie("manager").PostAsync($"{review}/withdraw", content);

        Assert.True((int)answer.StatusCode is 400 or 413, $"{answer.StatusCode}");
    }
}
