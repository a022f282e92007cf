namespace Workflows.Screening.Tests;

/// <summary>Details as people write them, one by one.</summary>
public sealed class DetailTests
{
    [Theory]
    [InlineData("Staff spoke to Jake about it.", FindingKind.Name)]
    [InlineData("Staff spoke to JAKE HARRIS about it.", FindingKind.Name)]
    [InlineData("Staff spoke to Harris, Jake about it.", FindingKind.Name)]
    [InlineData("Staff spoke to Jakey about it.", FindingKind.Name)]
    [InlineData("Staff spoke to J.H. about it.", FindingKind.Name)]
    [InlineData("Staff spoke to J a k e about it.", FindingKind.Name)]
    [InlineData("Staff spoke to Jkae Haris about it.", FindingKind.Name)]
    [InlineData("Staff spoke to H\u0430rris about it.", FindingKind.Name)]
    [InlineData("Staff spoke to Har\u200Bris about it.", FindingKind.Name)]
    [InlineData("Staff spoke to Mr Har-\nris about it.", FindingKind.Name)]
    [InlineData("Staff wrote to jake_harris09 about it.", FindingKind.Name)]
    [InlineData("Staff spoke to H4rr1s about it.", FindingKind.Name)]
    [InlineData("Staff spoke to Siobhan OBrien about it.", FindingKind.Name)]
    [InlineData("Staff spoke to Mohamed about it.", FindingKind.Name)]
    [InlineData("Staff spoke to Rose about it.", FindingKind.Name)]
    [InlineData("Staff asked whether May had slept.", FindingKind.Name)]
    [InlineData("A call came from Oakfield that day.", FindingKind.School)]
    [InlineData("A call came from Oakfeild Primary that day.", FindingKind.School)]
    [InlineData("A call came from the Netherby surgery.", FindingKind.Practice)]
    [InlineData("They lived in Acacia Ave then.", FindingKind.Place)]
    [InlineData("The file pr 2021 00456 was closed.", FindingKind.Number)]
    [InlineData("She has Ehlers Danlos.", FindingKind.Listed)]
    [InlineData("It was 12th March.", FindingKind.Date)]
    [InlineData("It was the twelfth of March two thousand and twenty-one.", FindingKind.Date)]
    [InlineData("It was 3.4.2019 in the file.", FindingKind.Date)]
    [InlineData("It was 2019-04-03 in the file.", FindingKind.Date)]
    [InlineData("She was aged fourteen then.", FindingKind.Age)]
    [InlineData("A 3-week-old baby was seen.", FindingKind.Age)]
    [InlineData("It was her sixteenth birthday.", FindingKind.Age)]
    [InlineData("The number is 94 34 76 59 19.", FindingKind.NhsNumber)]
    [InlineData("It is nine four three, four seven six, five nine one nine.", FindingKind.NhsNumber)]
    [InlineData("Write to s w 1 a 1 a a please.", FindingKind.Postcode)]
    [InlineData("Ring 0044 1632 960123 for it.", FindingKind.Phone)]
    [InlineData("Write to someone [at] example [dot] com please.", FindingKind.Email)]
    [InlineData("Her Snapchat: sunny_girl77 was open.", FindingKind.Handle)]
    [InlineData("The case ZC21C00123 was heard.", FindingKind.CourtNumber)]
    [InlineData("Crime reference number 42/12345/21 was given.", FindingKind.CrimeNumber)]
    [InlineData("Her number is QQ 12 34 56 C.", FindingKind.NationalInsurance)]
    [InlineData("He is the eldest of four siblings.", FindingKind.SiblingOrder)]
    public void Is_found(string text, FindingKind kind) => Assert.Contains(Screened.Of(text), finding => finding.Kind == kind);

    [Theory]
    [InlineData("The number of referrals rose. It may rise again, in May or in June.")]
    [InlineData("May 2020 was the month, and by late May it was done.")]
    [InlineData("Rule 3.4.12 and section 2.1.20 of version 1.2 apply, as does section 47.")]
    [InlineData("The order 4010232138 has ten digits.")]
    [InlineData("Children aged 5 to 10, those under 18 and those aged 16 or over were counted.")]
    [InlineData("It was 14 years ago, after 12 years of service, within 15 working days.")]
    [InlineData("The Children Act 1989, SI 2018/497 and the year 2021/22 are mentioned.")]
    [InlineData("Ring Childline on 0800 1111, or 999.")]
    [InlineData("See https://www.gov.uk/guidance for more; the HV, the GP and the SENCO did.")]
    [InlineData("Harriet and Jade are other names, and jacket, hairs and oak fields are words.")]
    public void Is_left_alone(string text) => Assert.Empty(Screened.Of(text).Select(finding => $"{finding.Kind}: {finding.Matched}"));

    /// <summary>A person's own words decide what is a detail; the same words elsewhere are the same finding only in the same surroundings.</summary>
    [Fact]
    public void The_same_words_in_the_same_surroundings_are_one_finding()
    {
        var findings = Screened.Of("A line with Jake in it.\n\nA line with Jake in it.\n\nAnother line that has Jake there.");
        Assert.Equal([2, 1], findings.Select(finding => finding.Occurrences));
    }
}
